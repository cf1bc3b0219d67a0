/** What people at a counter type is not what writers wrote: forms of words, numbers, hyphens, whole questions. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { amountApart, formsOf, joinedWord, numberFromChinese, numberInChinese, wordsApart } from "../../../sop_plugin/web/js/search/forms.js";
import { weightsOfPairs } from "../../../sop_plugin/web/js/search/function_words.js";
import { found, made, page, searcherOver } from "./made.mjs";

const PAGES = [
  page("wifi/", [["", "無線網路", "連上店內 Wi-Fi，密碼在櫃台。"]]),
  page("mail/", [["", "Write to a customer", "Send an e-mail. Check in twice."]], { lang: "en" }),
  page("out/", [["", "Log out of the till", "Then switch it off. The log is out."]], { lang: "en" }),
  page("print/", [["", "Printing on both sides", "Choose double-sided printing."]], { lang: "en" }),
  page("password/", [["", "Change your password", "Choose another."]], { lang: "en" }),
  page("screen/", [["", "How do I clean my screen?", "I do it with a cloth. How do I know?"]], { lang: "en" }),
  page("shot/", [["", "Pictures", "Take a screenshot."]], { lang: "en" }),
  page("rest/", [["", "醒麵", "麵糰放 30 分鐘，再揉 5 秒。"]]),
  page("thirty/", [["", "熬湯", "小火三十分鐘。"]]),
  page("apart/", [["", "別的", "30 秒後翻面，共 300 分鐘。"]]),
  page("return/", [["", "退貨", "收回商品。"]]),
  page("how/", [["", "怎麼辦", "遇到了怎麼辦？"]]),
  page("code/", [["", "備品", "補貨。", ["RMA-7", "3.10", "7kg"]]]),
  page("cup/", [["", "Large cup", "Pour 480 ml of milk, heat it to 65 °C."]], { lang: "en" }),
  page("cups/", [["", "Other cups", "Pour 350ml. It weighs 7 kg. 480 cups a day, 5 ml of syrup each."]], { lang: "en" }),
];
const searcher = searcherOver(made({ pages: PAGES }).files);

const BEST = {
  wifi: "wifi/",
  "wi-fi": "wifi/",
  "ＷＩＦＩ 密碼": "wifi/",
  email: "mail/",
  "e-mails": "mail/",
  logout: "out/",
  "log out": "out/",
  print: "print/",
  printed: "print/",
  "double sided": "print/",
  "doublesided": "print/",
  "changing passwords": "password/",
  "how do I change my password?": "password/",
  "screen shot": "shot/",
  "5秒": "rest/",
  三十分鐘: "thirty/",
  客人要退貨怎麼辦: "return/",
  rma7: "code/",
  "rma-7": "code/",
  "3.10": "code/",
  "v3.10": "code/",
  "480ml": "cup/",
  "65c": "cup/",
  "350 ml": "cups/",
  "7kg": "code/",
};

for (const [question, best] of Object.entries(BEST)) {
  test(`${question} is answered by ${best}`, async () => assert.equal((await found(searcher, question))[0], best));
}

test("a number in figures finds the one in Chinese, and the other way round, but no other number", async () => {
  for (const question of ["30 分鐘", "30分钟", "３０ 分鐘", "三十分鐘"]) {
    const { pages, units } = await searcher.ask(question);
    const whole = await searcher.shown(pages, units, 0, 10);
    const first = whole.slice(0, 2).map(({ own }) => own.url);
    assert.deepEqual(first.sort(), ["rest/", "thirty/"], question);
  }
});

test("a word that nothing has does not hide what the others have", async () => {
  assert.equal((await found(searcher, "退貨 xyzzy"))[0], "return/");
  assert.equal((await found(searcher, "xyzzy 退貨 火箭"))[0], "return/");
});

test("a version, a date or an id that nothing has is not found by a part of it", async () => {
  for (const question of ["3.11", "v5.30", "2026-30-5", "rma-30"]) assert.deepEqual(await found(searcher, question), [], question);
});

test("a page that has all pairs of a sentence in other places does not hide what the sentence is about", async () => {
  const scattered = page("long/", [["", "雜記", "客人很多。人要排隊。要退的瓶子放後面。退錢箱是空的。"]]);
  const others = ["甲", "乙", "丙"].map((name) => page(`${name}/`, [["", name, "門口的燈要開。"]]));
  const meant = page("money/", [["", "退款", "收回商品，把錢退給客人。", ["退錢"]]]);
  const asked = searcherOver(made({ pages: [scattered, ...others, meant] }).files);
  const answers = await found(asked, "客人要退錢");
  assert.deepEqual(new Set(answers.slice(0, 2)), new Set(["long/", "money/"]));
});

test("where several pages have a whole sentence, those with a part are no answer", async () => {
  const whole = ["one", "two", "three"].map((name) => page(`${name}/`, [["", name, "客人要退錢。"]]));
  const part = page("part/", [["", "part", "客人在排隊。"]]);
  const asked = searcherOver(made({ pages: [...whole, part] }).files);
  assert.deepEqual((await found(asked, "客人要退錢")).sort(), ["one/", "three/", "two/"]);
});

for (const [question, scattered, whole] of [
  ["盤點現金", "盤點後清點現場與現金", "每班結束前盤點現金。"],
  ["close the till", "Till: close up, then count the drawer and close the safe", "Before you leave, close the till."],
]) {
  test(`a page with ${question} word for word stands before one that has the words apart, at whatever place it is asked`, async () => {
    const others = Array.from({ length: 3 }, (_, number) => page(`other-${number}/`, [["", `${number}`, "門口的燈要開。 Lights on."]]));
    const apart = page("apart/", [["", scattered, ""]]);
    const exact = page("exact/", [["", "結束", whole + "離開時關燈鎖門，並把鑰匙交給下一班的同事。 Give the keys to the next shift."]]);
    const asked = searcherOver(made({ pages: [apart, ...others, exact] }).files);
    const { pages, units } = await asked.ask(question);
    const urls = async (from, to) => (await asked.shown(pages, units, from, to)).map(({ own }) => own.url);
    assert.deepEqual(await urls(0, 1), ["exact/"]);
    assert.deepEqual(await urls(1, 10), ["apart/"]);
    assert.deepEqual(await urls(0, 10), ["exact/", "apart/"]);
  });
}

for (const question of ["退錢", "money back", "客人要退錢"]) {
  test(`a page with another name for ${question} is not put behind one that only mentions it`, async () => {
    const names = [["退錢", "退款", "money back"]];
    const meant = page("refund/", [["", "退款作業：客人要退款", "把款項退給客人。 Refund: money is given back."]]);
    const guide = page("guide/", [["", "怎麼搜尋", "輸入「客人要退錢」或 money back 也找得到。其他說法寫進詞彙表。句子也可以問。 You may ask in sentences."]]);
    const asked = searcherOver(made({ pages: [guide, meant], names }).files);
    const { pages, units } = await asked.ask(question);
    assert.equal((await asked.shown(pages, units, 0, 1))[0].own.url, "refund/");
  });
}

test("what only says how it is asked is not called missing", async () => {
  const { pages, units } = await searcher.ask("how do I change my password with a rocket");
  const [best] = await searcher.shown(pages, units, 0, 10);
  assert.deepEqual(best.missing.map(({ said }) => said), ["rocket"]);
});

async function marks(question, best) {
  const { pages, units } = await searcher.ask(question);
  const shown = await searcher.shown(pages, units, 0, 10);
  const { own } = shown.find((one) => one.own.url === best);
  const words = ({ marks, words }) => marks.map(([from, to]) => words.slice(from, to));
  return [...words(own.title), ...words(own.text), ...words(own.names)];
}

test("what was found is marked as its writer wrote it", async () => {
  assert.deepEqual(await marks("wifi", "wifi/"), ["Wi-Fi"]);
  assert.deepEqual(await marks("emails", "mail/"), ["e-mail"]);
  assert.deepEqual(await marks("logout", "out/"), ["Log out"]);
  assert.deepEqual(await marks("printed", "print/"), ["Printing", "printing"]);
  assert.deepEqual(await marks("30分钟", "rest/"), ["30 分鐘"]);
  assert.deepEqual(await marks("3.10", "code/"), ["3.10"]);
});

test("an amount is marked with its unit, however it is written", async () => {
  assert.deepEqual(await marks("480ml", "cup/"), ["480 ml"]);
  assert.deepEqual(await marks("350 ml", "cups/"), ["350ml", "ml"]);
  assert.deepEqual(await found(searcher, "7kg"), ["code/"]); // as it stands there is what is meant
});

test("a number is marked where it stands alone, not within another", async () => {
  assert.deepEqual(await marks("30", "apart/"), ["30"]);
});

test("the forms of a word are told from words that begin alike", () => {
  for (const [word, other] of [["print", "printing"], ["printing", "printed"], ["stop", "stopped"], ["charging", "charge"], ["connect", "connection"]]) {
    assert.ok(formsOf(word).isForm(other), `${word} ${other}`);
  }
  for (const [word, other] of [["form", "format"], ["form", "formula"], ["order", "ordinary"]]) {
    assert.ok(!formsOf(word).isForm(other), `${word} ${other}`);
  }
  assert.equal(formsOf("ing"), undefined);
  assert.equal(formsOf("2.1"), undefined);
});

test("words are written as one or apart where people do so", () => {
  assert.equal(joinedWord("log", "in"), "login");
  assert.equal(joinedWord("a", "form"), undefined);
  assert.equal(joinedWord("delivery", "confirmation"), undefined);
  assert.deepEqual(wordsApart("checkin"), ["check", "in"]);
  assert.equal(wordsApart("main"), undefined);
  assert.equal(joinedWord("240", "ml"), "240ml");
  assert.deepEqual(amountApart("240ml"), ["240", "ml"]);
  for (const none of ["240", "ml", "a240ml", "240cups", "2.4l"]) assert.equal(amountApart(none), undefined, none);
});

test("every number from 1 to 99 is read as it is said", () => {
  for (let number = 1; number < 100; number += 1) {
    const said = numberInChinese(String(number));
    assert.deepEqual(numberFromChinese(`${said}天`), { digits: String(number), length: said.length });
  }
  assert.deepEqual(numberFromChinese("两天"), { digits: "2", length: 1 });
  for (const none of ["", "天", "二三天"]) assert.equal(numberFromChinese(none), undefined, none);
  for (const none of ["0", "100", "1.5"]) assert.equal(numberInChinese(none), undefined, none);
});

test("where two words meet, the pair across them counts less, and so does one with a word that joins", () => {
  assert.deepEqual(weightsOfPairs(["删除", "除档", "档案"], [50, 3, 500]), [1, 0.3, 1]);
  assert.deepEqual(weightsOfPairs(["复诵", "诵确", "确认"], [5, 5, 300]), [1, 1, 1]);
  assert.deepEqual(weightsOfPairs(["人要", "退款"], [1, 9]), [0.3, 1]);
  assert.deepEqual(weightsOfPairs(["如何", "何退", "退款"], [7, 8, 9]), [0.1, 1, 1]);
});

test("a title that says most of a sentence comes before a long text with all of its pairs in other places", async () => {
  const filler = "這裡說的是別的事情，與此無關。".repeat(60);
  const scattered = page("long/", [["", "雜記", `找出門票。出檔期。檔案不在。不同尺寸。同的。的地板。地方。${filler}`]]);
  const meant = page("meant/", [["", "找出兩個檔案的不同點", "逐行比較。"]]);
  const others = Array.from("甲乙丙丁戊己庚辛壬癸", (name) => page(`${name}/`, [["", name, "門口的燈要開。"]]));
  const asked = searcherOver(made({ pages: [scattered, meant, ...others] }).files);
  assert.equal((await found(asked, "找出檔案不同的地方"))[0], "meant/");
});
