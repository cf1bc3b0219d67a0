/** Answers as the page gets them, and how they come from another thread. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { answerCalls } from "../../../sop_plugin/web/js/kit/thread.js";
import { byRequest, delivery } from "../../../sop_plugin/web/js/search/delivery.js";
import { SearchService } from "../../../sop_plugin/web/js/search/service.js";
import { SearchThread } from "../../../sop_plugin/web/js/search/thread.js";
import { made, page, valuesOf } from "./made.mjs";

const steps = Array.from({ length: 6 }, (_, number) => [`s${number}`, `第 ${number} 步`, "核對訂單，再退款。"]);
const PAGES = [
  page("return/", [["", "退貨", "退款給顧客。", ["RMA-7"]], ...steps], { facets: [["role", "cashier"]] }),
  page("clean/", [["", "清潔", "與退款無關。"]], { facets: [["role", "cook"]] }),
];
const { files } = made({ pages: PAGES });

function service() {
  const values = valuesOf(files);
  return new SearchService(async (name) => values.get(name), "zh-TW");
}

const urls = ({ items }) => items.map(({ own }) => own.url);

test("an answer is plain data: what another thread may send", async () => {
  const answer = await service().find("退款", [], 0, 2);
  assert.deepEqual(structuredClone(answer), answer);
  const [first] = answer.items;
  assert.equal(answer.count, 2);
  assert.deepEqual(first.own.words, [{ text: "退款", isMarked: true }, { text: "給顧客。", isMarked: false }]);
  assert.equal(first.sections.length, 3);
  assert.equal(first.others.length, 3);
  const others = await service().entries("退款", first.others);
  assert.ok(others.every(({ url, words }) => url.startsWith("return/#s") && words.some(({ isMarked }) => isMarked)));
});

test("a part of an answer, narrowed down or not, and what is missing on a page", async () => {
  const asked = service();
  assert.deepEqual(urls(await asked.find("退款", [["role", "cook"]], 0, 10)), ["clean/"]);
  assert.deepEqual(urls(await asked.find("退款", [], 1, 10)), ["clean/"]);
  assert.equal((await asked.find(" ", [], 0, 10)).isAsked, false);
  const { items } = await asked.find("退款 火箭", [], 0, 10);
  assert.deepEqual(items.map(({ missing }) => missing), [["火箭"], ["火箭"]]);
});

test("what narrows an answer down says what is chosen", async () => {
  assert.deepEqual(await service().facets("退款", [["role", "cook"]]), [
    { family: "role", name: "cook", count: 1, isChosen: true },
    { family: "role", name: "cashier", count: 1, isChosen: false },
  ]);
});

test("where only a name has what was asked for, the names are shown", async () => {
  const [{ own }] = (await service().find("RMA-7", [], 0, 1)).items;
  assert.deepEqual(own.words, [{ text: "RMA-7", isMarked: true }]);
});

test("a file that does not arrive is asked for again with the next question", async () => {
  const values = valuesOf(files);
  let isDown = true;
  const asked = [];
  const fetch = delivery(async (path) => {
    asked.push(path);
    if (isDown) throw new Error("no network");
    return values.get(path.match(/(\w+)\.js$/)[1]);
  });
  const broken = new SearchService(fetch, "zh-TW");
  await assert.rejects(broken.find("退款", [], 0, 1), /no network/);
  isDown = false;
  assert.deepEqual(urls(await broken.find("退款", [], 0, 1)), ["return/"]);
  assert.equal(new Set(asked).size, asked.length - 1, "only the index is asked for twice");
});

test("the value of a file is read from its text, without running it", async () => {
  const [name] = Object.keys(files).filter((each) => each.endsWith("/t0.js"));
  globalThis.fetch = async (url) => ({ ok: url.pathname.endsWith(name), text: async () => files[name] });
  const deliver = byRequest("https://example.org/search/");
  assert.equal(await deliver(name), valuesOf(files).get("t0"));
  await assert.rejects(deliver("gone.js"), /gone\.js did not arrive/);
});

/** Two ends that send each other clones, as a page and its worker do. */
function ends() {
  const worker = { terminate: () => (worker.isGone = true) };
  const scope = { postMessage: (data) => queueMicrotask(() => worker.onmessage({ data: structuredClone(data) })) };
  worker.postMessage = (data) => queueMicrotask(() => scope.onmessage({ data: structuredClone(data) }));
  return { worker, scope };
}

test("a thread answers each call, in whatever order they end, and hands on what failed", async () => {
  const { worker, scope } = ends();
  const held = [];
  answerCalls(scope, {
    find: (question) => new Promise((resolve) => held.push(() => resolve(`${question}!`))),
    facets: async () => {
      throw new Error("no network");
    },
  });
  const thread = new SearchThread(worker, () => assert.fail());
  const [one, two] = [thread.find("one"), thread.find("two")];
  await assert.rejects(thread.facets("one", []), /no network/);
  for (const end of held.reverse()) end();
  assert.deepEqual(await Promise.all([one, two]), ["one!", "two!"]);
});

test("a thread that does not start fails what waits for it and says so", async () => {
  const worker = { postMessage: () => {}, terminate: () => (worker.isGone = true) };
  let failures = 0;
  const thread = new SearchThread(worker, () => (failures += 1));
  const waiting = thread.find("one");
  worker.onerror();
  await assert.rejects(waiting, /did not start/);
  assert.equal(failures, 1);
  assert.ok(worker.isGone);
});
