/**
 * A list of people, typed or pasted from wherever it is kept.
 *
 * A row of a spreadsheet is one person, shown as it stands there: a row with tabs, a row under a heading of several
 * columns, or one that has a staff number beside other words. In other lines commas stand between people.
 */

import { distinct, foldedName } from "./people.js";
import { alikeIn, isNumber } from "./roster.js";

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

const BY_TAB = /\t/;
const BY_ANY = /[\t,，、;；]/;
/** What parts cells: where tabs do, they alone, since names may have commas in them. */

const QUOTED = /^[^\S\n\t]*"((?:[^"]|"")*)"[^\S\n\t]*/u;
/** A cell as spreadsheets write one that holds commas, quotes or line ends. */

const COLUMN_WORDS = new Set(
  (
    "no number id code staff employee emp worker personnel person people full first last given family surname name names " +
    "department dept team role shop store location email mail phone mobile " +
    "姓名 名字 名稱 名称 姓 名 員工 员工 員工姓名 员工姓名 人員 人员 同仁 員工編號 员工编号 員編 人員編號 人员编号 職員編號 职员编号 編號 编号 序號 序号 " +
    "工號 工号 員工代號 员工代号 代號 代号 部門 部门 單位 单位 職稱 职称 職位 职位 門市 门店 店別 店名 角色 電話 电话 手機 手机 信箱 郵箱 邮箱"
  ).split(" "),
);
/** Words above the columns of such lists. */

/**
 * The people in a text: `{names, repeated, alike, heading}`.
 *
 * `names` has each once, in their order; `repeated` those that come again, `alike` the groups of those who share a name or a
 * number. `heading` is the first line where that only says what the columns are, else "".
 */
export function peopleIn(text) {
  const lines = linesOf(text.replace(/\r\n?/g, "\n").replace(INVISIBLE, ""));
  const isHeaded = lines.length > 1 && lines[0].cells.every(isHeading);
  const heading = isHeaded ? lines.shift() : null;
  const isTable = heading?.cells.length > 1;
  const { names, repeated } = distinct(lines.flatMap((line) => peopleOfLine(line, isTable, lines.length === 1)));
  return { names, repeated, alike: alikeIn(names), heading: heading?.cells.join(" ") ?? "" };
}

function peopleOfLine({ cells, hasTabs }, isTable, isAlone) {
  const asOne = [cells.join(" ")];
  const numbers = cells.filter(isNumber).length;
  const isOfOneSort = numbers === 0 || numbers === cells.length;
  if (isTable) return asOne;
  if (hasTabs) return isAlone && isOfOneSort ? cells : asOne; // a single row of names was copied across
  if (isOfOneSort) return cells;
  return arePairs(cells) ? pairsOf(cells) : asOne;
}

/** Whether number and name take turns, for two people or more. */
function arePairs(cells) {
  const begins = isNumber(cells[0]);
  return cells.length > 2 && cells.length % 2 === 0 && cells.every((cell, place) => isNumber(cell) === ((place % 2 === 0) === begins));
}

function pairsOf(cells) {
  return cells.flatMap((cell, place) => (place % 2 === 0 ? [`${cell} ${cells[place + 1]}`] : []));
}

/** The lines that hold anything: their cells without blanks around, and whether tabs part them. */
function linesOf(text) {
  const lines = [];
  for (let place = 0; place < text.length; ) {
    const rest = text.slice(place);
    const byTabs = cellsAt(rest, BY_TAB);
    const hasTabs = byTabs.cells.length > 1;
    const { cells, length } = hasTabs ? byTabs : cellsAt(rest, BY_ANY);
    if (cells.length > 0) lines.push({ cells, hasTabs });
    place += length;
  }
  return lines;
}

/** The cells of the line at the start of a text that hold anything, and how long the line is. */
function cellsAt(text, between) {
  const cells = [];
  let place = 0;
  for (;;) {
    const { cell, length } = cellAt(text.slice(place), between);
    if (cell.trim()) cells.push(cell.replace(/\s+/gu, " ").trim());
    place += length + 1;
    if (place > text.length || text[place - 1] === "\n") return { cells, length: place };
  }
}

function cellAt(rest, between) {
  const quoted = QUOTED.exec(rest);
  const mark = quoted && rest[quoted[0].length];
  if (quoted && (mark === undefined || mark === "\n" || between.test(mark))) {
    return { cell: quoted[1].replaceAll('""', '"'), length: quoted[0].length };
  }
  const end = rest.search(new RegExp(`\n|${between.source}`));
  const length = end < 0 ? rest.length : end;
  return { cell: rest.slice(0, length), length };
}

function isHeading(cell) {
  const words = foldedName(cell).split(/[\s.:()/_-]+/u).filter(Boolean);
  return words.length > 0 && words.every((word) => COLUMN_WORDS.has(word));
}
