/** Names as they are typed and pasted. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { foldedName, peopleIn } from "../../../sop_plugin/web/js/assigning/people.js";

const CASES = {
  "": [],
  " \n\t,、 ": [],
  "王小明": ["王小明"],
  "王小明\r\n陳美\r林大同\n": ["王小明", "陳美", "林大同"],
  "王小明，陳美、林大同；李四; Ada Lovelace,Bo": ["王小明", "陳美", "林大同", "李四", "Ada Lovelace", "Bo"],
  "E1023\t王小明\nE1024\t陳美": ["E1023", "王小明", "E1024", "陳美"],
  '"Lovelace, Ada"\n"Bo ""the"" Li"\tMei': ["Lovelace, Ada", 'Bo "the" Li', "Mei"],
  'six" tall\n"open': ['six" tall', '"open'],
  "  王　小明 ": ["王 小明"],
  "\uFEFF王小明\u200B": ["王小明"],
};

test("names are told apart wherever they come from", () => {
  for (const [text, names] of Object.entries(CASES)) assert.deepEqual(peopleIn(text), { names, repeated: [] }, text);
});

test("a name counts once, and those that come again are told", () => {
  const { names, repeated } = peopleIn("Ada\nBo\nADA\nＡｄａ\n王 小明\n王　小明");
  assert.deepEqual(names, ["Ada", "Bo", "王 小明"]);
  assert.deepEqual(repeated, ["Ａｄａ", "王　小明".replace("　", " ")]);
});

test("a list that was read and written again is the same", () => {
  const names = Array.from({ length: 300 }, (_, number) => `Person ${number}`);
  for (const between of ["\n", ",", "\t", "、", "；"]) assert.deepEqual(peopleIn(names.join(between)).names, names);
});

test("width, case and blanks make no other name", () => {
  assert.equal(foldedName(" Ｍei  LI "), foldedName("mei li"));
  assert.notEqual(foldedName("陳美"), foldedName("陈美"));
});
