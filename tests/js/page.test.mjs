/** The page of a procedure: whose steps they are, and on which days a line is true. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { isWithin } from "../../sop_plugin/web/js/kit/days.js";
import { isOf } from "../../sop_plugin/web/js/page/whose.js";
import { publishedAt, suggestionAt } from "../../sop_plugin/web/js/share/addresses.js";

const step = (...roles) => ({ roles, parts: [] });
const group = (...parts) => ({ roles: [], parts });

test("a step is of all its doers, and of everybody where it names none", () => {
  assert.ok(isOf(step("barista", "lead"), "lead"));
  assert.ok(!isOf(step("barista"), "lead"));
  assert.ok(isOf(step(), "lead"));
});

test("a group is of whoever has a step in it, however deep", () => {
  assert.ok(isOf(group(step("barista"), group(step("lead"))), "lead"));
  assert.ok(!isOf(group(step("barista"), group(step("barista"))), "lead"));
  assert.ok(!isOf({ roles: ["lead"], parts: [step("barista")] }, "lead"));
});

test("a line is true from its first day on and before its end", () => {
  assert.ok(isWithin("2026-05-01", "2026-05-01", undefined));
  assert.ok(!isWithin("2026-04-30", "2026-05-01", undefined));
  assert.ok(isWithin("2026-04-30", undefined, "2026-05-01"));
  assert.ok(!isWithin("2026-05-01", undefined, "2026-05-01"));
  assert.ok(isWithin("2026-05-01", undefined, undefined));
});

test("a step has an address only where the site says where it is published", () => {
  assert.equal(publishedAt("https://a.example/cafe/", "步驟"), "https://a.example/cafe/#%E6%AD%A5%E9%A9%9F");
  assert.equal(publishedAt(undefined, "greet"), null);
});

test("a suggestion says what it is about, encoded, and nothing in place of what is not there", () => {
  const template = "https://a.example/new?t={sop}+{version}&b={url}";
  assert.equal(
    suggestionAt(template, { sop: "latte", url: "https://b.example/?a&b#c" }),
    "https://a.example/new?t=latte+&b=https%3A%2F%2Fb.example%2F%3Fa%26b%23c",
  );
  assert.equal(suggestionAt("mailto:a?{sop}", { sop: "{url}", url: "x" }), "mailto:a?%7Burl%7D");
});
