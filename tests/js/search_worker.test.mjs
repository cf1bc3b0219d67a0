/** What our words before Material's search worker do to its messages. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SOURCE = readFileSync(new URL("../../sop_plugin/adapter/search_worker.js", import.meta.url), "utf8");
const [SETUP, QUERY, RESULT] = [0, 2, 3];

/** A worker with nothing but our script in it. */
function worker() {
  const sent = [];
  const listeners = [];
  const self = {
    postMessage: (message) => sent.push(message),
    addEventListener: (_type, listener) => listeners.push(listener),
  };
  vm.runInNewContext(SOURCE, { self });
  return {
    receive(type, data) {
      const message = { type, data };
      for (const listener of listeners) listener({ data: message });
      return message.data;
    },
    answer(items, suggest) {
      self.postMessage({ type: RESULT, data: { items: [items], suggest } });
      return sent.at(-1).data;
    },
  };
}

/** What stands in the index for a word, with the private doubles of Han characters put back. */
const readable = (text) =>
  text.replace(/[\u{f0000}-\u{10ffff}]/gu, (char) =>
    String.fromCodePoint(char.codePointAt(0) - (char.codePointAt(0) < 0x100000 ? 0xf0000 : 0xe0000)),
  );

const doubled = (text) => Array.from(text, (char) => String.fromCodePoint(char.codePointAt(0) + 0xf0000)).join("");

const config = () => ({
  separator: "[\\s\\-]+",
  pipeline: ["trimmer", "stopWordFilter"],
  fields: { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1e6 } },
});

test("documents get the pairs of their Han characters", () => {
  const docs = [{ location: "a/", title: "退貨單 A4", text: "<p>退\u200b貨，是𠮷野家</p>", tags: ["退款"] }, { location: "b/", title: "Loan", text: "" }];
  const data = worker().receive(SETUP, { config: config(), docs });
  assert.equal(readable(docs[0].title_han), "退貨 貨單");
  assert.equal(readable(docs[0].text_han), "退貨 是𠮷 𠮷野 野家");
  assert.equal(readable(docs[0].tags_han), "退款");
  assert.equal(docs[1].title_han, undefined);
  assert.equal(docs[0].title, "退貨單 A4");
  assert.equal(data.config.fields.title_han.boost, 1000);
  assert.deepEqual([...data.config.pipeline], ["stopWordFilter"]);
});

test("no Han character is left in a word of the index but as a double", () => {
  const data = worker().receive(SETUP, { config: config(), docs: [] });
  const words = "掃描QR碼，「refund」𠮷(step) by-step".split(new RegExp(data.config.separator)).filter(Boolean);
  assert.deepEqual(words, ["QR", "refund", "step", "by", "step"]);
  const pair = `${doubled("退貨")} ${doubled("貨單")}`;
  assert.deepEqual(pair.split(new RegExp(data.config.separator)), [doubled("退貨"), doubled("貨單")]);
});

test("a question is asked in pairs, its signs kept", () => {
  const ask = (question) => readable(worker().receive(QUERY, question)).trim().split(/\s+/);
  assert.deepEqual(ask("退貨單"), ["退貨", "貨單"]);
  assert.deepEqual(ask("退"), ["退"]);
  assert.deepEqual(ask("QR碼 milk"), ["QR", "碼", "milk"]);
  assert.deepEqual(ask("+咖啡機 -清潔 +茶"), ["+咖啡", "+啡機", "-清潔", "+茶*"]);
});

test("answers name whole words, found or missing, and mark them", () => {
  const search = worker();
  search.receive(QUERY, "退貨單 火箭 milk");
  const terms = { [doubled("退貨")]: true, [doubled("貨單")]: true, [doubled("火箭")]: false, milk: true };
  const item = { title: "核對退貨單", text: "<p>退貨前看 &lt;退貨單&gt;</p>", tags: ["退貨"], title_han: "x", text_han: "y", tags_han: "z", terms };
  const [[found]] = search.answer([item], ["milk", doubled("退貨")]).items;
  assert.deepEqual({ ...found.terms }, { 退貨單: true, 火箭: false, milk: true });
  assert.equal(found.title, "核對<mark>退貨單</mark>");
  assert.equal(found.text, "<p><mark>退貨</mark>前看 &lt;<mark>退貨單</mark>&gt;</p>");
  assert.equal(found.tags[0], "<mark>退貨</mark>");
  assert.deepEqual(Object.keys(found).sort(), ["tags", "terms", "text", "title"]);
});

test("a long text is cut around what was found", () => {
  const search = worker();
  search.receive(QUERY, "火箭");
  const text = `<p>${"前面的話，".repeat(40)}火箭${"後面的話，".repeat(40)}</p>`;
  const [[found]] = search.answer([{ title: "t", text, terms: { [doubled("火箭")]: true } }]).items;
  assert.match(found.text, /^<p>… [^<]{10,30}<mark>火箭<\/mark>[^<]{60,} …<\/p>$/);
});

test("an article above its sections is not said to miss anything", () => {
  const search = worker();
  search.receive(QUERY, "退貨");
  assert.deepEqual({ ...search.answer([{ title: "t", text: "", terms: {} }]).items[0][0].terms }, {});
});

test("English questions and answers pass as they are", () => {
  const search = worker();
  assert.equal(search.receive(QUERY, "loan form"), "loan form");
  const [[found]] = search.answer([{ title: "<mark>Loan</mark>", text: "the <mark>form</mark>", terms: { loan: true } }]).items;
  assert.equal(found.title, "<mark>Loan</mark>");
  assert.equal(found.text, "the <mark>form</mark>");
});
