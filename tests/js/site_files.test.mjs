/** Which files of a site are wanted on a device, and that only what was built gets there. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, test } from "node:test";

import { fill } from "../../sop_plugin/web/js/worker/fetching.js";
import {
  addressOf,
  choiceFor,
  missingFiles,
  MODEST,
  nameOf,
  partAsked,
  pathIn,
  wantedFiles,
} from "../../sop_plugin/web/js/worker/site_files.js";

const SCOPE = "https://sop.example/repo/";

const LIST = {
  directories: true,
  files: [
    ["assets/a.js", "aa", 1],
    ["bank/loan/index.html", "bb", 10],
    ["cafe/open/index.html", "cc", 100],
    ["index.html", "dd", 1000],
  ],
  core: [0, 3],
  roles: [
    { id: "barista", title: "Barista", files: [2, 0] },
    { id: "teller", title: "Teller", files: [1, 0] },
  ],
};

test("an address is that of a file of the site, whatever stands behind it", () => {
  assert.equal(pathIn(`${SCOPE}`, SCOPE), "index.html");
  assert.equal(pathIn(`${SCOPE}cafe/open/?q=1#greet`, SCOPE), "cafe/open/index.html");
  assert.equal(pathIn(`${SCOPE}cafe/open.html`, SCOPE), "cafe/open.html");
  assert.equal(pathIn(`${SCOPE}%E5%92%96%E5%95%A1/`, SCOPE), "咖啡/index.html");
});

test("an address elsewhere is none of the site's", () => {
  for (const address of ["https://sop.example/", "https://other.example/repo/", `${SCOPE}%E5%92/`]) {
    assert.equal(pathIn(address, SCOPE), null);
  }
});

test("a file is asked for as its page is linked, and found again by that address", () => {
  for (const path of ["index.html", "cafe/open/index.html", "咖啡/圖 1#2?.png", "a:b.html"]) {
    for (const directories of [true, false]) {
      assert.equal(pathIn(addressOf(path, { directories }, SCOPE), SCOPE), path);
    }
  }
  assert.equal(addressOf("cafe/open/index.html", { directories: true }, SCOPE), `${SCOPE}cafe/open/`);
  assert.equal(addressOf("index.html", { directories: false }, SCOPE), `${SCOPE}index.html`);
});

test("a device keeps the whole site, what some roles need, or the core", () => {
  const paths = (choice) => wantedFiles(LIST, choice).map(([path]) => path);
  assert.equal(wantedFiles(LIST, { all: true, roles: [] }), LIST.files);
  assert.deepEqual(paths({ all: false, roles: [] }), ["assets/a.js", "index.html"]);
  assert.deepEqual(paths({ all: false, roles: ["teller", "gone"] }), ["assets/a.js", "bank/loan/index.html", "index.html"]);
});

test("a device that nobody has asked keeps a modest site whole, and the core of a large one", () => {
  assert.deepEqual(choiceFor(LIST, undefined), { all: true, roles: [] });
  const large = { ...LIST, files: [...LIST.files, ["film.mp4", "ee", MODEST]] };
  assert.deepEqual(choiceFor(large, undefined), { all: false, roles: [] });
  assert.deepEqual(choiceFor(large, { all: true, roles: [] }), { all: true, roles: [] });
});

test("what two versions share is fetched once", () => {
  const next = [["index.html", "ee", 1], ["assets/b.js", "aa", 1], ["assets/c.css", "aa", 1], ["assets/d.js", "ff", 1], ["e.js", "ff", 1]];
  const missing = missingFiles(next, new Set(LIST.files.map(nameOf)));
  assert.deepEqual(missing.map(nameOf), ["ee.html", "aa.css", "ff.js"]);
});

test("a player gets the part it asks for", () => {
  assert.deepEqual(partAsked("bytes=0-", 10), { start: 0, end: 9 });
  assert.deepEqual(partAsked("bytes=2-4", 10), { start: 2, end: 4 });
  assert.deepEqual(partAsked("bytes=2-40", 10), { start: 2, end: 9 });
  assert.deepEqual(partAsked("bytes=-3", 10), { start: 7, end: 9 });
  for (const header of [null, "bytes=-", "bytes=0-1,4-5", "bytes=20-", "lines=1-2"]) assert.equal(partAsked(header, 10), null);
});

/** A shelf without a browser; `room` is how many files it takes. */
class Boxes {
  constructor(room = Infinity) {
    this.scope = SCOPE;
    this.room = room;
    this.kept = new Map();
  }

  async names() {
    return new Set(this.kept.keys());
  }

  async keep(file, body) {
    if (this.kept.size >= this.room) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(nameOf(file), new TextDecoder().decode(body));
  }
}

/** A server with these files; the answers to how it was asked. */
function serve(answers) {
  const asked = [];
  globalThis.fetch = async (address, { cache }) => {
    asked.push(`${pathIn(address, SCOPE)} ${cache}`);
    const answer = answers[pathIn(address, SCOPE)];
    if (answer === undefined) return new Response("", { status: 404 });
    if (answer instanceof Error) throw answer;
    return typeof answer === "number" ? new Response("", { status: answer }) : new Response(answer);
  };
  return asked;
}

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

function listOf(contents) {
  const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { directories: true, files: Object.entries(contents).map(([path, text]) => [path, digest(text), text.length]) };
}

const SITE = { "index.html": "home", "a.js": "one", "b.js": "two", "c.js": "three", "d.js": "four", "e.js": "five" };

test("all that is missing is fetched, nothing twice", async () => {
  const list = listOf(SITE);
  const shelf = new Boxes();
  const asked = serve(SITE);
  await fill(shelf, list, list.files);
  assert.deepEqual([...shelf.kept.values()].sort(), Object.values(SITE).sort());
  await fill(shelf, list, list.files);
  assert.equal(asked.length, 6);
});

test("a file of another build is not kept, and ends it", async () => {
  const list = listOf(SITE);
  const shelf = new Boxes();
  const asked = serve({ ...SITE, "a.js": "newer" });
  await assert.rejects(fill(shelf, list, list.files), { why: "changed" });
  assert.ok(!shelf.kept.has(nameOf(list.files[1])));
  assert.deepEqual(asked.filter((each) => each.startsWith("a.js")), ["a.js no-cache", "a.js reload"]);
});

test("a file that the server does not give is left out", async () => {
  const list = listOf(SITE);
  const shelf = new Boxes();
  serve({ ...SITE, "b.js": 403 });
  await fill(shelf, list, list.files);
  assert.equal(shelf.kept.size, 5);
});

test("a lost network and a full device are told apart, and what came is kept", async () => {
  const list = listOf(SITE);
  for (const broken of [new TypeError("network"), 503]) {
    const shelf = new Boxes();
    serve({ ...SITE, "index.html": broken });
    await assert.rejects(fill(shelf, list, list.files), { why: "network" });
  }
  const narrow = new Boxes(2);
  serve(SITE);
  await assert.rejects(fill(narrow, list, list.files), { why: "full" });
  assert.equal(narrow.kept.size, 2);
});

test("it stops where it is not meant any more", async () => {
  const list = listOf(SITE);
  const shelf = new Boxes();
  serve(SITE);
  let count = 0;
  await fill(shelf, list, list.files, { isMeant: () => count < 2, onKept: () => (count += 1) });
  assert.ok(shelf.kept.size < 6);
});
