/** Python cuts texts into terms when the index is made, JavaScript questions when they are asked: both must agree. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { foldedWithPlaces, folding } from "../../../sop_plugin/web/js/search/folding.js";
import { termsOf } from "../../../sop_plugin/web/js/search/terms.js";
import { made, random } from "./made.mjs";

const CONTENT = new URL("../../../content/", import.meta.url);

const STRANGE = [..."退貨單订单臺灣着著々〇カナがㄅㄆ𠮷ＱＲ２éÉßİΣﬁ½①℃·・　-._/:@'’sSieszxch19 \n!“「（+"];

function strangeTexts(count) {
  const next = random(7);
  const one = () => STRANGE[Math.floor(next() * STRANGE.length)];
  return Array.from({ length: count }, () => Array.from({ length: 40 }, one).join(""));
}

const written = readdirSync(CONTENT, { recursive: true })
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => readFileSync(new URL(name, CONTENT), "utf8"));
const texts = [...strangeTexts(2_000), ...written, "policies boxes glasses status bus class series ties customer's S1", "Wi-Fi e-mails RMA-7 2026-03-01 covid-19s 30 分鐘 10-15分 3.5 公斤 t-1.2 ٣ 分"];
const { terms, forms } = made({ texts });
const fold = folding(forms);

test("JavaScript and Python cut every text into the same terms", () => {
  for (const [at, text] of texts.entries()) assert.deepEqual(termsOf(foldedWithPlaces(text, fold).form), terms[at], text);
});

test("the places of a folded text are those of the characters that it was made of", () => {
  for (const text of strangeTexts(200)) {
    const { form, placeOf } = foldedWithPlaces(text, fold);
    assert.equal(placeOf(form.length), text.length);
    for (let at = 0; at < form.length; at += 1) {
      const code = text.codePointAt(placeOf(at));
      const char = String.fromCodePoint(code);
      assert.ok((fold(code) ?? char).includes(form[at]), `${form[at]} is not of ${char}`);
    }
  }
});
