/** What is found, in which order, and what is marked in it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { decoded } from "../../../sop_plugin/web/js/search/codes.js";
import { partsOf, snippetOf } from "../../../sop_plugin/web/js/search/marking.js";
import { narrowed, offered } from "../../../sop_plugin/web/js/search/narrowing.js";
import { isOneSlip } from "../../../sop_plugin/web/js/search/slips.js";
import { found, made, page, random, searcherOver } from "./made.mjs";

const RETURN = page("return/", [
  ["", "網購退貨作業流程", "顧客在鑑賞期內退回商品。", ["RMA", "shop-return", "2.10"]],
  ["check", "核對退貨單", "請顧客出示退貨單號，核對訂單與商品是否完整，並檢查外盒。金額超過 3000 元請找主管。"],
  ["refund", "辦理退款", "以原付款方式退款，並寄出通知與收據。"],
]);
const CLEAN = page("clean/", [
  ["", "清潔咖啡機", "每日打烊前清潔。", ["cafe-clean", "2.1"]],
  ["rinse", "沖洗沖煮頭", "用清水沖洗三十秒，訂單先放一邊，退貨也是。"],
]);
const LATTE = page("latte/", [
  ["", "製作拿鐵", "拿鐵咖啡以 QR碼 點單。", []],
  ["milk", "打奶泡", "牛奶加熱到 60 度。"],
]);
const LOAN = page("loan/", [["", "Loan applications", "Receive the form and verify the identity. Cancelling takes a day."]], {
  lang: "en",
});
const MAINLAND = page("cn-return/", [["", "网店退货流程", "𠮷野家的退货，是。"]], { lang: "zh-CN" });
const CHECKLIST = page("return/checklist/", [["", "檢核表：網購退貨作業流程", ""]], { weight: 3 });
const { files } = made({ pages: [RETURN, CHECKLIST, CLEAN, LATTE, LOAN, MAINLAND] });
const searcher = searcherOver(files);

const BEST = {
  退貨: "return/",
  退貨單: "return/",
  退貨流程: "cn-return/",
  鑑賞期: "return/",
  鉴赏期: "return/",
  辦理退款: "return/",
  咖啡機: "clean/",
  怎麼清潔咖啡機: "clean/",
  三十秒: "clean/",
  奶泡: "latte/",
  QR碼: "latte/",
  "ｑｒ码": "latte/",
  "拿鐵 牛奶": "latte/",
  網店: "cn-return/",
  "𠮷野家": "cn-return/",
  loan: "loan/",
  loans: "loan/",
  application: "loan/",
  "verify ident": "loan/",
  "cancel loan": "loan/",
  identitty: "loan/",
  identites: "loan/",
  identitie: "loan/",
  applicationss: "loan/",
  recieve: "loan/",
  "shop-return": "return/",
  "cafe-cl": "clean/",
  rma: "return/",
  "2.1": "clean/",
  "2.10": "return/",
  3000: "return/",
};

for (const [question, best] of Object.entries(BEST)) {
  test(`${question} is answered by ${best}`, async () => {
    assert.equal((await found(searcher, question))[0], best);
  });
}

test("a version is found exactly, not one that begins with it", async () => {
  assert.deepEqual(await found(searcher, "2.1"), ["clean/"]);
});

test("what is nowhere is not found", async () => {
  assert.deepEqual(await found(searcher, "火箭"), []);
  assert.deepEqual(await found(searcher, "zxqv"), []);
  assert.deepEqual(await found(searcher, "退奶"), []);
});

test("where a word is found whole, pages with a part of it are no answer", async () => {
  assert.deepEqual(await found(searcher, "核對退貨"), ["return/"]);
});

test("a slip is only looked for where nothing has the word", async () => {
  assert.deepEqual(await found(searcher, "clean"), ["clean/"]);
  searcher.asked.length = 0;
  await found(searcher, "verify");
  assert.deepEqual(searcher.asked.filter((name) => name.startsWith("w")), []);
});

test("words with a sign must be there, or must not", async () => {
  assert.deepEqual(await found(searcher, "+咖啡 -清潔"), ["latte/"]);
  assert.deepEqual(await found(searcher, "退貨 -訂單 -檢核表"), ["cn-return/"]);
});

test("a single character is found wherever it stands", async () => {
  assert.deepEqual((await found(searcher, "鐵")).sort(), ["latte/"]);
  assert.deepEqual((await found(searcher, "貨")).sort(), ["clean/", "cn-return/", "return/", "return/checklist/"]);
});

test("nothing is asked by nothing", async () => {
  for (const question of ["", "  ", "！？", "-"]) assert.deepEqual((await searcher.ask(question)).units, []);
});

test("pages in the reader's language come first", async () => {
  const tongues = [
    page("zh/", [["", "Checkout", "Scan the goods."]], { lang: "zh-TW" }),
    page("en/", [["", "Checkout", "Scan the goods."]], { lang: "en" }),
  ];
  const both = made({ pages: tongues }).files;
  for (const lang of ["en", "zh-TW"]) {
    assert.equal((await found(searcherOver(both, lang), "checkout"))[0], lang === "en" ? "en/" : "zh/");
  }
});

test("what was found is narrowed down by any of a family, and by each of several", () => {
  const facet = (family, name, ...numbers) => ({ family, name, pages: new Set(numbers) });
  const [cashier, cook, phone, all] = [facet("role", "cashier", 0, 1), facet("role", "cook", 2), facet("channel", "phone", 1, 2), facet("status", "s", 0, 1, 2, 3)];
  const pages = [3, 2, 1, 0].map((number) => ({ page: number }));
  const numbers = (chosen) => narrowed(pages, chosen).map((answer) => answer.page);
  assert.deepEqual(numbers([]), [3, 2, 1, 0]);
  assert.deepEqual(numbers([cashier, cook]), [2, 1, 0]);
  assert.deepEqual(numbers([cashier, cook, phone]), [2, 1]);
  const counts = (chosen) => offered(pages, [cashier, cook, phone, all], chosen).map(({ facet: one, count }) => `${one.name} ${count}`);
  assert.deepEqual(counts([]), ["cashier 2", "cook 1", "phone 2"]);
  assert.deepEqual(counts([phone]), ["cashier 1", "cook 1", "phone 2"]);
});

test("the facets of an index are read with their pages", async () => {
  const pages = [
    page("a/", [["", "A", "x"]], { facets: [["role", "cook"]] }),
    page("b/", [["", "B", "x"]]),
    page("c/", [["", "C", "x"]], { facets: [["role", "cook"], ["kind", "Page"]] }),
    page("d/", [["", "D", "x"]], { facets: [["role", "cook"]] }),
  ];
  const read = await searcherOver(made({ pages }).files).facets();
  assert.deepEqual(read, [
    { family: "kind", name: "Page", pages: new Set([2]) },
    { family: "role", name: "cook", pages: new Set([0, 2, 3]) },
  ]);
});

test("who asks for one name of a thing finds the others, and sees them marked", async () => {
  const pages = [
    page("touch/", [["", "服務設計", "畫出每一個接觸點，逐一改善。"]]),
    page("moment/", [["", "Service", "The moments of truth decide."]], { lang: "en" }),
    page("other/", [["", "別的", "真相的時刻"]]),
  ];
  const names = [["接觸點", "Touchpoint"], ["關鍵時刻", "Moment of truth", "MOT"]];
  const named = searcherOver(made({ pages, names }).files);
  assert.deepEqual(await found(named, "touchpoint"), ["touch/"]);
  assert.deepEqual(await found(named, "关键时刻"), ["moment/"]);
  assert.deepEqual(await found(named, "mot"), ["moment/"]);
  const { units } = await named.ask("touchpoint");
  const { text } = await named.entry(0, units);
  assert.deepEqual(text.marks.map(([from, to]) => text.words.slice(from, to)), ["接觸點"]);
});

test("a name within a longer question is taken for the others, too", async () => {
  const pages = [
    page("refund/", [["", "辦理退款", "以原付款方式退款。"]]),
    page("other/", [["", "開門", "怎麼開門都可以。"]]),
    page("longer/", [["", "退費標準", "依合約。"]]),
  ];
  const named = searcherOver(made({ pages, names: [["退錢", "退款", "退費", "refund"]] }).files);
  assert.deepEqual((await found(named, "怎麼退錢")).slice(0, 2).sort(), ["longer/", "refund/"]);
  assert.deepEqual((await found(named, "退錢標準"))[0], "longer/");
});

test("a word is marked beside Chinese, and not within another", async () => {
  const pages = [page("a/", [["", "QR", "用QR碼掃描 QRS y"]])];
  const one = searcherOver(made({ pages }).files);
  const marks = async (question) => {
    const { text } = await one.entry(0, (await one.ask(question)).units);
    return text.marks.map(([from, to]) => text.words.slice(from, to));
  };
  assert.deepEqual(await marks("qr"), ["QR"]);
  assert.deepEqual(await marks("y"), ["y"]);
});

const HAN = [..."退貨單核對訂咖啡機清潔顧客通知主管"];
const next = random(3);
const some = (count) => Array.from({ length: count }, () => HAN[Math.floor(next() * HAN.length)]).join("");
const crowd = Array.from({ length: 40 }, (_, number) =>
  page(`p${number}/`, [
    ["", some(6), `${some(30)}，${some(12)}`],
    ["a", some(4), `${some(40)} QR${some(5)}。`],
    ["b", some(5), some(60)],
  ]),
);
const crowded = searcherOver(made({ pages: crowd }).files);

test("every run of Han characters finds every page that has it", async () => {
  for (const { url, entries } of crowd.slice(0, 12)) {
    for (const text of entries.flatMap((entry) => [entry.title, entry.text])) {
      for (const length of [1, 2, 3, 4, 7]) {
        for (let at = 0; at + length <= text.length; at += 3) {
          const run = text.slice(at, at + length);
          if (!/^\p{Script=Han}+$/u.test(run)) continue;
          const { pages } = await crowded.ask(run);
          const answered = new Set(pages.map((answer) => crowd.findIndex((each) => each.url === urlOf(answer.page))));
          for (const [number, other] of crowd.entries()) {
            const hasIt = other.entries.some((entry) => entry.title.includes(run) || entry.text.includes(run));
            if (hasIt) assert.ok(answered.has(number), `${run} of ${url} is not found in ${other.url}`);
          }
        }
      }
    }
  }
});

function urlOf(number) {
  return crowd[number].url;
}

test("pages that have the question word for word come before those that have its parts", async () => {
  const scattered = [
    page("parts/", [["", "甲乙 乙丙", "甲乙。乙丙。甲乙。乙丙。"]]),
    page("whole/", [["", "別的", "一段很長的文字，說的是別的事情，只有一處提到甲乙丙，其餘都無關。"]]),
  ];
  assert.deepEqual(await found(searcherOver(made({ pages: scattered }).files), "甲乙丙"), ["whole/", "parts/"]);
});

test("a number is read as it was written", () => {
  assert.deepEqual([...decoded("#RS#~#S$~RSS#Zl$rqf.")], [0, 47, 48, 90, 91, 2111, 2112, 5000, 1_000_000]);
});

test("one slip is a letter more, less or other, or two in the wrong order", () => {
  for (const other of ["recieve", "receve", "receiive", "recaive"]) assert.ok(isOneSlip("receive", other), other);
  for (const other of ["receive", "recive2x", "rceeivee", "deceived"]) assert.ok(!isOneSlip("receive", other), other);
});

async function first(question) {
  const { pages, units } = await searcher.ask(question);
  const [{ own, best, others }] = await searcher.shown(pages, units, 0, 10);
  return { own, entries: [...best, ...(await searcher.entries(others, units))] };
}

const words = (marked) => marked.marks.map(([from, to]) => marked.words.slice(from, to));

test("what was asked for is marked, in either script and in any form of a word", async () => {
  const run = await first("退货单");
  assert.equal(run.entries[0].url, "return/#check");
  assert.deepEqual(words(run.entries[0].title), ["退貨單"]);
  assert.deepEqual(words(run.entries[0].text), ["退貨單"]);
  const word = await first("loan recieve");
  assert.deepEqual(words(word.own.title), ["Loan"]);
  assert.deepEqual(words(word.own.text), ["Receive"]);
});

test("a snippet begins at a phrase before the place and holds all of the marks", () => {
  const text = `${"前言。".repeat(40)}請顧客出示退貨單號，${"後面。".repeat(40)}`;
  const at = text.indexOf("退貨單");
  const parts = snippetOf(text, [[at, at + 3]]);
  assert.equal(parts[0].text, "… ");
  assert.deepEqual(parts.filter((part) => part.isMarked), [{ text: "退貨單", isMarked: true }]);
  assert.equal(parts.at(-1).text, " …");
});

test("a snippet cuts no word, and parts lines that are no sentences", () => {
  const said = (text, marks = []) => snippetOf(text, marks).map((part) => part.text).join("");
  const words = said(`${"Approve ".repeat(40)}`);
  assert.match(words, /^(Approve )+…$/);
  assert.ok(words.length > 140);
  assert.equal(said("要退款\n要換新品。\n請找主管"), "要退款 · 要換新品。 請找主管");
  assert.equal(said("Wants a refund\nIs it new?\nYes", [[0, 14]]), "Wants a refund · Is it new? Yes");
  assert.equal(said(`${"前".repeat(30)}。\n退款`, [[32, 34]]), "… 退款");
});

test("a snippet holds the whole of a long mark, and no half of a character", () => {
  const long = "退".repeat(100);
  assert.equal(snippetOf(`${long}貨`, [[0, 100]])[0].text, long);
  const rare = snippetOf("𠮷".repeat(100), []);
  assert.equal(rare[0].text, "𠮷".repeat(75));
});

test("the parts of a text are the whole text", () => {
  const parts = partsOf("abcdef", [[0, 1], [2, 4]]);
  assert.equal(parts.map((part) => part.text).join(""), "abcdef");
  assert.deepEqual(parts.filter((part) => part.isMarked).map((part) => part.text), ["a", "cd"]);
});
