/** Files as the site's server gives them, held against what was built. */

import { addressOf, missingFiles, nameOf } from "./site_files.js";

const LANES = 4;
/** How many files are asked for at a time. */

/** Why a file did not come: `network`, `missing` (the server has none), `changed` (another build's), or `full`. */
export class Trouble extends Error {
  constructor(why, options) {
    super(why, options);
    this.why = why;
  }
}

/** The bytes of a file with its headers. What an HTTP cache kept of an older build is asked for again. */
export async function fetched(address, digest) {
  for (const cache of ["no-cache", "reload"]) {
    const response = await asked(address, cache);
    if (!response.ok) throw new Trouble(response.status < 500 ? "missing" : "network");
    const body = await response.arrayBuffer().catch((cause) => {
      throw new Trouble("network", { cause });
    });
    if ((await digestOf(body)) === digest) return { body, headers: response.headers };
  }
  throw new Trouble("changed");
}

function asked(address, cache) {
  return fetch(address, { cache, credentials: "same-origin" }).catch((cause) => {
    throw new Trouble("network", { cause });
  });
}

/** The first sixteen hexadecimal digits of the SHA-256. */
async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Puts those of `files` on the shelf that are not there yet. `isMeant` is asked before each whether to go on, `onKept`
 * is told after each. A file that the server does not have is left out; what else goes wrong ends it, with a Trouble.
 */
export async function fill(shelf, list, files, { isMeant = () => true, onKept = () => {} } = {}) {
  const missing = missingFiles(files, await shelf.names());
  const lane = async () => {
    while (missing.length && isMeant()) {
      const file = missing.pop();
      try {
        const { body, headers } = await fetched(addressOf(file[0], list, shelf.scope), file[1]);
        await kept(shelf, file, body, headers);
      } catch (trouble) {
        if (trouble.why === "missing") continue;
        missing.length = 0;
        throw trouble;
      }
      onKept(nameOf(file));
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
}

function kept(shelf, file, body, headers) {
  return shelf.keep(file, body, headers).catch((cause) => {
    throw new Trouble("full", { cause });
  });
}
