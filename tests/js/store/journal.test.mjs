/** What a journal holds comes back, whatever a kill, a fault of the disk or two tabs made of its lines. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";

import { checksum, fileRecord, joined, lineOf, readJournal } from "../../../sop_plugin/web/js/store/journal.js";

const HEAD = { run: { id: "r", title: "Tee 茶" }, snapshot: { nodes: ["a\nb"] } };
const entry = (number, id = `e${number}`) => ({ number, touched: 1000 + number, event: { id, type: "set", value: "冰\n茶" } });
const LINES = [HEAD, entry(1), entry(2), entry(3)].map(lineOf);

/** The ids of the events that are read. */
function idsIn(lines) {
  return readJournal(joined(lines)).entries.map((one) => one.event.id);
}

test("the checksum is that of gzip", () => {
  for (const text of ["", "123456789", "冰茶".repeat(500)]) {
    const bytes = new TextEncoder().encode(text);
    assert.equal(checksum(bytes), crc32(bytes).toString(16).padStart(8, "0"));
  }
});

test("what was written is read, photos too", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  const photo = { id: "p", name: "p.jpg", blob: new Blob([bytes], { type: "image/jpeg" }) };
  const { head, entries, files } = readJournal(joined([...LINES, lineOf(await fileRecord(photo))]));
  assert.deepEqual(head, HEAD);
  assert.deepEqual(entries, [entry(1), entry(2), entry(3)]);
  assert.equal(files.length, 1);
  const { id, name, blob } = files[0];
  assert.deepEqual([id, name, blob.type], ["p", "p.jpg", "image/jpeg"]);
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), bytes);
});

test("cut off anywhere, it holds every line that was whole", () => {
  const whole = joined(LINES);
  const ends = LINES.map((_, number) => joined(LINES.slice(0, number + 1)).length);
  for (let length = 0; length <= whole.length; length += 1) {
    const { head, entries } = readJournal(whole.subarray(0, length));
    const expected = ends.filter((end) => end <= length).length;
    assert.equal((head ? 1 : 0) + entries.length, expected, `cut at ${length}`);
  }
});

test("a torn line spoils nothing that is written behind it", () => {
  for (let length = 0; length < LINES[2].length; length += 1) {
    assert.deepEqual(idsIn([LINES[0], LINES[1], LINES[2].subarray(0, length), LINES[3]]), ["e1", "e3"]);
  }
});

test("a damaged byte costs the line that it stands in, and a break between two at most both", () => {
  const whole = joined(LINES);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = whole.slice();
    damaged[at] ^= 0x20;
    const { head, entries } = readJournal(damaged);
    const kept = [head, ...entries].filter(Boolean);
    assert.ok(kept.length >= LINES.length - 2, `${kept.length} lines with a fault at ${at}`);
    for (const record of kept) assert.ok([HEAD, entry(1), entry(2), entry(3)].some((one) => isSame(one, record)));
  }
});

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

test("events that stand twice count once and come in the order of their numbers", () => {
  const [head, one, two, three] = LINES;
  assert.deepEqual(idsIn([head, three, one, two, one, three]), ["e1", "e2", "e3"]);
});

test("a file of something else, or of nothing, holds nothing", () => {
  for (const text of ["", "\n", "\n\n\n", "00000000 {}", "SQLite format 3\0", "\n00000000 null"]) {
    assert.deepEqual(readJournal(new TextEncoder().encode(text)), { head: undefined, entries: [], files: [] });
  }
});
