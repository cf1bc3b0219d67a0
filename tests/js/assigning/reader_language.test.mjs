/** In which language a link is opened. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { languageWanted } from "../../../sop_plugin/web/js/assigned/reader_language.js";

const ROOT = "https://handbook.example/";
const OFFERED = [
  { lang: "zh-TW", root: ROOT },
  { lang: "en", root: `${ROOT}en/` },
  { lang: "zh-CN", root: `${ROOT}zh-CN/` },
];
const visited = (path) => [{ address: `${ROOT}${path}` }];

test("what this device read last counts most", () => {
  assert.equal(languageWanted(OFFERED, visited("en/cafe/order/"), ["zh-TW"]), "en");
  assert.equal(languageWanted(OFFERED, visited("cafe/order/"), ["en"]), "zh-TW");
  assert.equal(languageWanted(OFFERED, [{ address: "https://elsewhere.example/en/" }, ...visited("zh-CN/a/")], ["en"]), "zh-CN");
});

test("then what the browser speaks, in the script of its reader", () => {
  const wanted = (...languages) => languageWanted(OFFERED, [], languages);
  assert.equal(wanted("en-GB", "zh-TW"), "en");
  assert.equal(wanted("zh-HK"), "zh-TW");
  assert.equal(wanted("zh-SG"), "zh-CN");
  assert.equal(wanted("zh"), "zh-CN");
  assert.equal(wanted("fr", "zh-CN"), "zh-CN");
  assert.equal(wanted("fr"), null);
  assert.equal(wanted(), null);
});
