/**
 * An assignment as the part of a link behind its `#`; `sop_plugin/model/assignment_link.py` is the reference of the format.
 *
 * The digest is worked out here and not by the browser, so that a link is there at once, on plain http too.
 */

import { sha256Here } from "../flow/sha256.js";
import { assignmentIn, toTheMinute } from "./assignment.js";

const LINK_VERSION = 1;
const DIGEST_BYTES = 4; // bytes
const LINK_MARK = /^#?a(\d{1,4})\./;
const LINK_FORM = /^#?a\d{1,4}\.([\w-]*)$/;
const LETTER_OF = { read: "r", quiz: "q" };
const KIND_OF = { r: "read", q: "quiz" };

/** The part of a link behind its `#`. */
export function fragmentOf({ id, made, due, title, note, tasks }) {
  const listed = tasks.map((task) => [LETTER_OF[task.kind], task.id, task.version]);
  const data = new TextEncoder().encode(JSON.stringify([id, toTheMinute(made) / 60_000, due, title, note, listed]));
  const whole = new Uint8Array(DIGEST_BYTES + data.length);
  whole.set(sha256Here(data).subarray(0, DIGEST_BYTES));
  whole.set(data, DIGEST_BYTES);
  return `a${LINK_VERSION}.${toLetters(whole)}`;
}

/** Whether the part of an address behind the `#`, or all of it, is meant to be an assignment. */
export function isAssignmentLink(hash) {
  return LINK_MARK.test(hash);
}

/** What the part of a link holds, as `{assignment}`, or `{fault}`: "foreign", "damaged" or "too-new". */
export function assignmentOf(hash) {
  const mark = LINK_MARK.exec(hash);
  if (!mark) return { fault: "foreign" };
  const form = LINK_FORM.exec(hash);
  if (!form) return { fault: "damaged" };
  if (Number(mark[1]) > LINK_VERSION) return { fault: "too-new" };
  const assignment = readLink(form[1]);
  return assignment ? { assignment } : { fault: "damaged" };
}

function readLink(text) {
  try {
    const whole = fromLetters(text);
    const data = whole.slice(DIGEST_BYTES);
    const digest = sha256Here(data);
    if (whole.length < DIGEST_BYTES || !whole.subarray(0, DIGEST_BYTES).every((byte, at) => byte === digest[at])) return null;
    const [id, minutes, due, title, note, tasks, ...more] = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data));
    if (more.length > 0 || !Number.isInteger(minutes) || !tasks.every(Array.isArray)) return null;
    const listed = tasks.map(([letter, name, version, ...rest]) => rest.length === 0 && { kind: KIND_OF[letter], id: name, version });
    return assignmentIn({ id, made: minutes * 60_000, due, title, note, tasks: listed });
  } catch {
    return null; // neither base64 nor JSON, or of another shape
  }
}

function toLetters(bytes) {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromLetters(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
