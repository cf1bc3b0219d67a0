/**
 * A run as a file that only grows, a line for each thing that is known of it, each with a checksum of its own.
 *
 * A line is the CRC-32 of its JSON in eight hexadecimal digits, a space, and the JSON. It begins with a line break and ends
 * without one, so that whatever a killed browser left of the line before it spoils nothing but itself. The JSON is one of
 *
 *     { run, snapshot }                         what run it is, and its checklist; the first line
 *     { file: { id, name, type, data } }        a photo, its bytes in base 64; before the event that names it
 *     { number, touched, event }                an event: how many there are with it, and when it was written (ms)
 *
 * Read back, a line that does not fit its checksum is left out, one that stands twice counts once, and events come in the
 * order of their numbers, wherever they stand.
 */

import { fromBase64, toBase64 } from "../flow/base64.js";

const BREAK = 0x0a;

/** The bytes of a line. */
export function lineOf(record) {
  const json = new TextEncoder().encode(JSON.stringify(record));
  return joined([new TextEncoder().encode(`\n${checksum(json)} `), json]);
}

/** The record of a photo, which is given as `{ id, name, blob }`. */
export async function fileRecord({ id, name = "", blob }) {
  const data = toBase64(new Uint8Array(await blob.arrayBuffer()));
  return { file: { id, name, type: blob.type, data } };
}

/** What the bytes hold: `{ head, entries, files }`. `head` is undefined where no line tells what run it is. */
export function readJournal(bytes) {
  let head;
  const entries = new Map();
  const files = new Map();
  for (const line of linesOf(bytes)) {
    const record = recordIn(line);
    if (record?.run) head ??= record;
    else if (record?.file) files.set(record.file.id, fileOf(record.file));
    else if (record && !entries.has(record.event.id)) entries.set(record.event.id, record);
  }
  return {
    head,
    entries: [...entries.values()].sort((one, other) => one.number - other.number),
    files: [...files.values()],
  };
}

function fileOf({ id, name, type, data }) {
  return { id, name, blob: new Blob([fromBase64(data)], { type }) };
}

function* linesOf(bytes) {
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(BREAK, start);
    const end = found < 0 ? bytes.length : found;
    if (end > start) yield bytes.subarray(start, end);
    start = end + 1;
  }
}

const CHECKED = 9;
/** Bytes of a checksum and the space behind it. */

function recordIn(line) {
  const json = line.subarray(CHECKED);
  const given = new TextDecoder().decode(line.subarray(0, CHECKED));
  return given === `${checksum(json)} ` ? JSON.parse(new TextDecoder().decode(json)) : undefined;
}

/** Parts of bytes, one behind the other. */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const POLYNOMIAL = 0xedb88320;
/** CRC-32 as in ISO 3309 and gzip (RFC 1952, section 8), bits reversed. */

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** CRC-32 in eight hexadecimal digits. */
export function checksum(bytes) {
  let rest = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) rest = REMAINDERS[(rest ^ bytes[at]) & 0xff] ^ (rest >>> 8);
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
