/** Lists of people as they are typed and pasted, and whom a name on a result means. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { peopleIn } from "../../../sop_plugin/web/js/assigning/pasted_list.js";
import { foldedName } from "../../../sop_plugin/web/js/assigning/people.js";
import { alikeIn, finderIn } from "../../../sop_plugin/web/js/assigning/roster.js";

const { lists: LISTS, rosters: ROSTERS } = JSON.parse(readFileSync(new URL("../../assigning/people.json", import.meta.url), "utf-8"));

test("people are told apart wherever they come from", () => {
  for (const { text, names, heading = "", repeated = [], alike = [] } of LISTS) {
    assert.deepEqual(peopleIn(text), { names, repeated, alike, heading }, JSON.stringify(text));
  }
});

test("who is meant by a name, as Python has it", () => {
  for (const { listed, means } of ROSTERS) {
    const find = finderIn(listed);
    for (const [name, meant] of Object.entries(means)) assert.equal(find(name), meant, `${name} of ${listed}`);
  }
});

/** Numbers from 0 to below 1 that are the same in every run (mulberry32). */
function* chance(seed) {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}

function drawing(seed) {
  const numbers = chance(seed);
  const below = (count) => Math.floor(numbers.next().value * count);
  return { below, one: (values) => values[below(values.length)] };
}

const NAMES = ["王小明", "陳美", "Ada Lovelace", "Lovelace, Ada", 'Bo "the" Li', "歐陽　娜娜", "O’Neill; Mei", "林、大同"];
const GLUES = { "\t": "\t", ",": ",", "，": "，", ";": ";" };

/** A cell as spreadsheets copy or save it. */
function cell(text, glue, always) {
  return always || (glue !== "\t" && /["\n,，、;；]/.test(text)) ? `"${text.replaceAll('"', '""')}"` : text;
}

test("whatever the spreadsheet, a row of a number and a name is one person, shown as it stands there", () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const { below, one } = drawing(seed);
    const glue = one(Object.keys(GLUES));
    const isNumberFirst = below(2) === 0;
    const isQuoted = below(4) === 0;
    const rows = Array.from({ length: 1 + below(12) }, (_, place) => {
      const cells = [`E${1000 + place}`, one(NAMES)];
      return isNumberFirst ? cells : cells.toReversed();
    });
    const heading = below(3) === 0 ? [one([["員工編號", "姓名"], ["Staff no.", "Full name"], ["工号", "姓名"]])] : [];
    const lines = [...heading, ...rows].map((cells) => cells.map((text) => cell(text, glue, isQuoted)).join(glue + " ".repeat(below(2))));
    const text = one(["", "\uFEFF"]) + lines.flatMap((line) => [line, ...Array(below(2)).fill(one(["", " ", "　"]))]).join(one(["\n", "\r\n", "\r"]));
    const found = peopleIn(text);
    assert.deepEqual(found.names, rows.map((cells) => cells.join(" ").replace(/\s+/gu, " ")), JSON.stringify(text));
    assert.equal(found.heading, heading.map((cells) => cells.join(" ")).join(""), JSON.stringify(text));
  }
});

test("a list that is read, written a line each, and read again is the same; no text does harm", () => {
  const bits = ["王小明", "E1", "7", "Ada", "Name", "姓名", "\t", ",", "，", "、", ";", '"', '""', "\n", "\r\n", " ", "　", "\u200B", "."];
  for (let seed = 0; seed < 5000; seed += 1) {
    const { below, one } = drawing(seed);
    const text = Array.from({ length: below(24) }, () => one(bits)).join("");
    const { names, repeated } = peopleIn(text);
    assert.equal(new Set(names.map(foldedName)).size, names.length, JSON.stringify(text));
    assert.ok([...names, ...repeated].every((name) => name && name === name.trim() && !/[\n\t]/.test(name)), JSON.stringify(text));
    const written = names.map((name) => `"${name.replaceAll('"', '""')}"`).join("\n");
    const again = peopleIn(written);
    assert.deepEqual(again.heading ? [again.heading, ...again.names] : again.names, names, JSON.stringify(text));
  }
});

test("nobody's result counts for two, and whoever stands on the list is found", () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const { below, one } = drawing(seed);
    const name = () => [one(["", "E1", "E2", "３"]), one(["", "王小明", "Ada Lovelace", "Mei"])].filter(Boolean).join(" ") || "Bo";
    const listed = [...new Set(Array.from({ length: 1 + below(6) }, name))];
    const find = finderIn(listed);
    for (const each of listed) assert.equal(find(each.toUpperCase()), each);
    const asked = name();
    const meant = find(asked);
    if (meant !== null && meant !== asked) assert.ok(!alikeIn([...listed, asked]).every((group) => !group.includes(asked)), asked);
  }
});

test("a long list is read at once", () => {
  const text = Array.from({ length: 20_000 }, (_, number) => `E${number}\t"Person ${number}"`).join("\n");
  const began = process.cpuUsage().user;
  assert.equal(peopleIn(text).names.length, 20_000);
  assert.ok(process.cpuUsage().user - began < 2_000_000);
});

test("width, case and blanks make no other name", () => {
  assert.equal(foldedName(" Ｍei  LI "), foldedName("mei li"));
  assert.notEqual(foldedName("陳美"), foldedName("陈美"));
});
