/** An entry for calendars, held against RFC 5545. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { calendarOf } from "../../../sop_plugin/web/js/assigning/calendar.js";

const ASSIGNMENT = { id: "0123456789abcdef", made: Date.UTC(2026, 10, 30, 9, 5), due: "2026-12-31" };
const WORDS = {
  title: "新進同仁第一週; read, then \\ take the quiz: 🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋🧋",
  text: "先讀\r\n再做測驗\u0007BEGIN:VALARM\nEND:VEVENT",
  alarm: "明天到期",
};
const LINK = `https://handbook.example/assigned/#a1.${"A".repeat(400)}`;
const FILE = calendarOf(ASSIGNMENT, WORDS, LINK);

/** The lines as a calendar reads them: with what was cut put together (3.1). */
function unfolded(file) {
  return file.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
}

function valueOf(name) {
  return unfolded(FILE).find((line) => line.startsWith(`${name}:`)).slice(name.length + 1);
}

test("no line is longer than 75 octets, none ends otherwise than with CR LF, no character is cut", () => {
  assert.ok(FILE.endsWith("END:VCALENDAR\r\n"));
  const lines = FILE.split("\r\n");
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75 && !/[\r\n]/.test(line) && line.isWellFormed()));
  assert.ok(lines.filter((line) => line.startsWith(" ")).length > 5);
});

test("what stands in a text is no line of the entry", () => {
  assert.equal(valueOf("SUMMARY"), WORDS.title.replace("; read, then \\", "\\; read\\, then \\\\"));
  assert.equal(valueOf("DESCRIPTION"), "先讀\\n再做測驗 BEGIN:VALARM\\nEND:VEVENT");
  assert.equal(valueOf("URL"), LINK);
  assert.deepEqual(
    unfolded(FILE).filter((line) => /^(BEGIN|END):/.test(line)),
    ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VALARM", "END:VALARM", "END:VEVENT", "END:VCALENDAR"],
  );
});

test("it is a whole day, once in any calendar", () => {
  const lines = unfolded(FILE);
  for (const line of ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "DTSTAMP:20261130T090500Z"]) assert.ok(lines.includes(line), line);
  assert.equal(valueOf("UID"), "assignment-0123456789abcdef@mkdocs-sop");
  assert.deepEqual(lines.filter((line) => line.startsWith("TRIGGER")), ["TRIGGER:-PT15H", "TRIGGER:PT9H"]);
});
