/**
 * JSON that tells whether it is whole: `{format, version, ..., digest}`.
 *
 * `digest` is the SHA-256 of all the rest in its canonical form (canonical.js). It tells of damage; it is no signature.
 */

import { canonical } from "./canonical.js";
import { sha256 } from "./sha256.js";

/** The body as JSON can hold it, with its digest. */
export async function sealed(body) {
  const plain = JSON.parse(JSON.stringify(body));
  return { ...plain, digest: await digestOf(plain) };
}

/** The digest of what JSON can hold, in hexadecimal digits. */
export async function digestOf(body) {
  return sha256(new TextEncoder().encode(canonical(body)));
}
