/** A run goes into a file and comes back the same; a file that is not what it should be is refused. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { canonical } from "../../../sop_plugin/web/js/flow/canonical.js";
import { cell, evidenceCsv, localTime } from "../../../sop_plugin/web/js/flow/csv.js";
import { evidence, readEvidence } from "../../../sop_plugin/web/js/flow/evidence.js";
import { reduce } from "../../../sop_plugin/web/js/flow/run.js";
import { isSafeHtml } from "../../../sop_plugin/web/js/flow/safe_html.js";
import { hexadecimal, sha256, sha256Here } from "../../../sop_plugin/web/js/flow/sha256.js";
import { REAL, STRANGE, named } from "./checklists.mjs";
import { Player } from "./player.mjs";
import { randomness, walk } from "./walking.mjs";

const bytesOf = (text) => new TextEncoder().encode(text);
const FILES = [{ id: "f1", name: "杯子.jpg", type: "image/jpeg", bytes: Uint8Array.from({ length: 70_000 }, (_, n) => n % 251) }];

const standing = (state) => JSON.stringify([state.status, state.tokens, [...state.visits], state.ignored, state.hands, state.clock]);

/** The text of a file with something changed, and a digest that fits. */
async function forged(change) {
  const { events } = walk(named("tracks"), randomness(1), 40);
  const { digest, ...body } = structuredClone(await evidence({ id: "r" }, named("tracks"), events, FILES));
  assert.ok(digest);
  change(body);
  return JSON.stringify({ ...body, digest: await sha256(bytesOf(canonical(body))) });
}

test("SHA-256 gives what the standard gives", () => {
  const known = {
    "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    abc: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq:
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ["a".repeat(1_000_000)]: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  };
  for (const [text, digest] of Object.entries(known)) assert.equal(hexadecimal(sha256Here(bytesOf(text))), digest);
});

test("SHA-256 worked out here is the browser's, for every length", async () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length: length + 3 }, (_, n) => (n * 37) % 256).subarray(3);
    const here = hexadecimal(sha256Here(bytes));
    assert.equal(here, createHash("sha256").update(bytes).digest("hex"));
    assert.equal(await sha256(bytes), here);
  }
});

for (const checklist of REAL) {
  test(`${checklist.sop}: what is exported comes back the same`, async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const { state, events } = walk(checklist, randomness(seed * 7), 150);
      const run = { id: `run-${seed}`, label: "桌 4", created: events[0].at };
      const text = JSON.stringify(await evidence(run, checklist, events, FILES), null, seed % 2);
      const back = await readEvidence(`\ufeff${text}\n`);
      assert.equal(back.fault, undefined);
      assert.deepEqual(back.run, run);
      assert.deepEqual(back.checklist, checklist);
      assert.deepEqual(back.events, JSON.parse(JSON.stringify(events)));
      assert.deepEqual(back.files, FILES);
      assert.equal(standing(reduce(back.checklist, back.events)), standing(state));
      const again = await evidence(back.run, back.checklist, back.events, back.files);
      assert.equal(again.digest, JSON.parse(text).digest);
    }
  });
}

test("runs of procedures without sense come back too", async () => {
  for (const [seed, checklist] of STRANGE.entries()) {
    const { state, events } = walk(checklist, randomness(seed), 60);
    const back = await readEvidence(JSON.stringify(await evidence({ id: "r" }, checklist, events)));
    assert.equal(back.fault, undefined);
    assert.equal(standing(reduce(back.checklist, back.events)), standing(state));
  }
});

test("a digest without the browser's own is the same", async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  const checklist = named("tracks");
  const { events } = walk(checklist, randomness(1), 40);
  const first = await evidence({ id: "r" }, checklist, events, FILES);
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  try {
    const back = await readEvidence(JSON.stringify(first));
    assert.equal(back.fault, undefined);
  } finally {
    Object.defineProperty(globalThis, "crypto", own);
  }
});

test("what is damaged, cut, foreign or too new is refused with a reason", async () => {
  const whole = await forged(() => {});
  assert.equal((await readEvidence(whole)).fault, undefined);
  const faults = async (text) => (await readEvidence(text)).fault;
  assert.equal(await faults(""), "empty");
  assert.equal(await faults(whole.slice(0, -100)), "truncated");
  assert.equal(await faults("Dear all,"), "not-json");
  assert.equal(await faults("[1, 2]"), "foreign");
  assert.equal(await faults('{"format": "quiz"}'), "foreign");
  assert.equal(await faults(whole.replace("Mei", "Max")), "damaged");
  assert.equal(await faults(whole.replace(/"digest":"../, '"digest":"zz')), "damaged");
  const newer = await readEvidence(await forged((body) => (body.version = 2)));
  assert.deepEqual(newer, { fault: "too-new", details: { version: 2 } });
});

test("every single changed character of a file is noticed", async () => {
  const checklist = named("loops");
  const { events } = walk(checklist, randomness(2), 12);
  const whole = JSON.stringify(await evidence({ id: "r" }, checklist, events));
  const random = randomness(9);
  for (let count = 0; count < 300; count += 1) {
    const place = Math.floor(random() * whole.length);
    const other = whole[place] === "7" ? "8" : "7";
    const { fault } = await readEvidence(whole.slice(0, place) + other + whole.slice(place + 1));
    assert.ok(fault, `at ${place}: ${whole.slice(place - 10, place + 10)}`);
  }
});

test("a file whose digest fits is still looked at", async () => {
  const wrong = {
    run: (body) => (body.run = []),
    checklist: (body) => (body.checklist.edges[0].target = 999),
    "checklist ": (body) => (body.checklist.nodes[3].kind = "nothing"),
    "checklist  ": (body) => (body.checklist.format = 2),
    "checklist   ": (body) => (body.checklist.nodes[2].around = 99),
    "checklist    ": (body) => (body.checklist.nodes[1].items = [{ id: 1 }]),
    events: (body) => (body.events = [{ id: 1 }]),
    "events ": (body) => (body.events = {}),
    files: (body) => (body.files[0].data = "%%%"),
    version: (body) => (body.version = "1"),
  };
  for (const [part, change] of Object.entries(wrong)) {
    const found = await readEvidence(await forged(change));
    assert.deepEqual(found, { fault: "malformed", details: { part: part.trim() } }, part);
  }
});

test("HTML that could run code is refused, ours is not", async () => {
  const unsafe = [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    "<img src=x onerror=alert(1)>",
    '<p style="position:fixed">x</p>',
    "<svg/onload=alert(1)>",
    '<iframe srcdoc="x"></iframe>',
    "<!-- x -->",
    "<p",
    "<a href='javascript:x'>y</a>",
  ];
  for (const html of unsafe) {
    assert.ok(!isSafeHtml(html), html);
    const found = await readEvidence(await forged((body) => (body.checklist.nodes[1].do = html)));
    assert.equal(found.fault, "unsafe");
  }
  const inTrouble = await forged((body) => (body.checklist.nodes[2].exceptions[0].then = unsafe[0]));
  assert.equal((await readEvidence(inTrouble)).fault, "unsafe");
  for (const html of ['<p>5 &lt; 7 <a class="sop-to" href="../x.md?a=1&amp;b#c">x</a></p>', "plain", '<td style="text-align:right">1</td>']) {
    assert.ok(isSafeHtml(html), html);
  }
});

test("the table has every event, opens with Chinese and runs no formula", () => {
  const run = new Player("choices");
  run.act("done", { node: 0, visit: 1, edge: run.state.active[0].ways[0].edge });
  run.set("look", "record.log~.price", "-3");
  const typed = run.set("look", "record.log~.price", "60");
  run.set("look", "record.log~.note", '=HYPERLINK("http://x"),\n"a"');
  run.act("taken-back", { event: typed.id });
  run.act("done", { node: 99, visit: 1 });
  const csv = evidenceCsv({ label: "桌 4" }, run.checklist, run.state.events);
  assert.ok(csv.startsWith("\ufeff"));
  const rows = csv.slice(1).split("\r\n");
  assert.equal(rows.length, run.state.events.length + 2);
  assert.equal(rows.at(-1), "");
  assert.ok(rows[1].startsWith("桌 4,choices,Take something back,1.0,"));
  assert.ok(csv.includes('"\'=HYPERLINK(""http://x""),\n""a"""'));
  assert.ok(csv.includes(",-3,TWD,"));
});

test("cells are as spreadsheets read them", () => {
  const cells = { "=1+1": "'=1+1", "+1-2": "'+1-2", "@x": "'@x", "-x": "'-x", "-18": "-18", "-1.5": "-1.5", "＝x": "'＝x", "a,b": '"a,b"', 'a"b': '"a""b"' };
  for (const [value, expected] of Object.entries(cells)) assert.equal(cell(value), expected);
  assert.equal(cell(undefined), "");
  assert.match(localTime(1_700_000_000_000), /^2023-11-1[45] \d\d:\d\d:20 [+-]\d\d:\d\d$/);
  assert.equal(localTime("never"), "");
});
