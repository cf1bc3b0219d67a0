/** Files with a digest (sealed.js), held against it. What is refused is `{fault, details}`, which evidence_words.js puts into words. */

import { digestOf } from "./sealed.js";
import { isRecord } from "./shapes.js";

/** What a file holds, as `{value}`, or the fault "empty", "truncated" or "not-json". */
export function parsed(text) {
  const plain = text.replace(/^\ufeff/, "").trim();
  if (plain === "") return refused("empty");
  try {
    return { value: JSON.parse(plain) };
  } catch {
    return refused(plain.startsWith("{") && !plain.endsWith("}") ? "truncated" : "not-json");
  }
}

/**
 * Why a value is not of a format up to a version, and whole: null, or the fault "foreign", "malformed" (`details.part`),
 * "too-new" (`details.version`) or "damaged".
 */
export async function whyNotWhole(value, format, newest) {
  if (!isRecord(value) || value.format !== format) return refused("foreign");
  if (!Number.isInteger(value.version) || value.version < 1) return refused("malformed", { part: "version" });
  if (value.version > newest) return refused("too-new", { version: value.version });
  const { digest, ...body } = value;
  return digest === (await digestOf(body)) ? null : refused("damaged");
}

/** A file or a value that is not to be trusted. */
export function refused(fault, details = {}) {
  return { fault, details };
}
