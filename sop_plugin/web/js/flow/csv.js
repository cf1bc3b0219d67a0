/** A run as a table for spreadsheets (RFC 4180). */

import { say } from "../kit/words.js";
import { rowsOf } from "./rows.js";

/** The mark by which spreadsheets know UTF-8, without which they show Chinese as something else. */
const BYTE_ORDER_MARK = "\ufeff";
/** How a cell begins that a spreadsheet takes for a formula, in either width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** The evidence of a run: a line for each event. Times are the device's own, with how far they are from UTC. */
export function evidenceCsv(run, checklist, events) {
  const about = [run?.label ?? "", checklist.sop, checklist.title, checklist.version, checklist.fingerprint];
  const lines = rowsOf(checklist, events).map((row) => [
    ...about,
    ...[localTime(row.at), row.by, row.what, row.number, row.step, row.visit, row.item, row.value, row.unit],
    ...[row.range, row.verdict, row.note, row.id, row.fingerprint, row.event],
  ]);
  return BYTE_ORDER_MARK + [titles(), ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

function titles() {
  return [
    say("web.evidence.column.run"),
    say("web.evidence.column.sop"),
    say("web.evidence.column.title"),
    say("web.evidence.column.version"),
    say("web.evidence.column.sop-fingerprint"),
    say("web.evidence.column.at"),
    say("web.evidence.column.by"),
    say("web.evidence.column.what"),
    say("web.evidence.column.number"),
    say("web.evidence.column.step"),
    say("web.evidence.column.visit"),
    say("web.evidence.column.item"),
    say("web.evidence.column.value"),
    say("web.evidence.column.unit"),
    say("web.evidence.column.range"),
    say("web.evidence.column.verdict"),
    say("web.evidence.column.note"),
    say("web.evidence.column.step-id"),
    say("web.evidence.column.step-fingerprint"),
    say("web.evidence.column.event"),
  ];
}

/** One cell, harmless to whoever opens it: what looks like a formula and is no number becomes text. */
export function cell(value) {
  const text = String(value ?? "");
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A moment as `2026-11-25 20:15:30 +08:00`; empty where it is none. */
export function localTime(at) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return "";
  const offset = -moment.getTimezoneOffset();
  const shifted = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19).replace("T", " ");
  const two = (number) => String(number).padStart(2, "0");
  const away = Math.abs(offset);
  return `${shifted} ${offset < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
