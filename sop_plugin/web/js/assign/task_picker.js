/** The list of what can be assigned: narrowed down by words and by a role, ticked. */

import { make } from "../kit/elements.js";
import { say, tally } from "../kit/words.js";

export class TaskPicker {
  /** `place` holds the fields of the page: the search, the choice of a role, the lists by kind, and how many are ticked. */
  constructor(place, assignable) {
    this.search = place.querySelector('[data-place="search"]');
    this.role = place.querySelector('[data-place="role"]');
    this.count = place.querySelector('[data-place="count"]');
    this.rows = assignable.entries.map((entry) => ({ entry, ...rowOf(entry) }));
    for (const list of place.querySelectorAll("[data-kind]")) {
      const rows = this.rows.filter(({ entry }) => entry.kind === list.dataset.kind);
      list.querySelector("ul").append(...rows.map(({ row }) => row));
      list.hidden = rows.length === 0;
    }
    this.lists = [...place.querySelectorAll("[data-kind]")];
    for (const field of [this.search, this.role]) field?.addEventListener("input", () => this.narrow());
    place.addEventListener("change", () => this.tell());
    this.tell();
  }

  /** What is ticked, as tasks. */
  get tasks() {
    return this.rows.filter(({ box }) => box.checked).map(({ entry: { kind, id, version } }) => ({ kind, id, version }));
  }

  clear() {
    for (const { box } of this.rows) box.checked = false;
    this.tell();
  }

  focus() {
    this.search.focus();
  }

  /** What is ticked stays in sight: nobody assigns what is not seen. */
  narrow() {
    const words = plainWords(this.search.value).split(" ").filter(Boolean);
    const role = this.role?.value ?? "";
    for (const { entry, row, box, text } of this.rows) {
      const fits = words.every((word) => text.includes(word)) && (!role || !entry.roles || entry.roles.includes(role));
      row.hidden = !fits && !box.checked;
    }
    for (const list of this.lists) {
      list.querySelector('[data-place="none"]').hidden = [...list.querySelectorAll("li")].some((row) => !row.hidden);
    }
    this.tell();
  }

  tell() {
    this.count.textContent = tally("web.assign.chosen", this.tasks.length);
  }
}

function rowOf(entry) {
  const box = make("input", { type: "checkbox" });
  const row = make(
    "li",
    {},
    make(
      "label",
      { class: "sop-pick-line" },
      box,
      make("span", { lang: entry.lang }, entry.title),
      entry.kind === "read" && entry.version && make("span", { class: "sop-quiet" }, say("web.device.version", { version: entry.version })),
    ),
  );
  return { row, box, text: plainWords([entry.title, entry.id, ...(entry.was ?? [])].join(" ")) };
}

function plainWords(text) {
  return text.normalize("NFKC").toLowerCase();
}
