/** Where a run begins or is gone on with: those under way, the form for a new one, and a file from another device. */

import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { runAddress } from "../kit/run_address.js";
import { say } from "../kit/words.js";
import { importFile } from "../runs/exchange.js";
import { lossWords, storeWords } from "../store/why.js";
import { notice } from "./run_head.js";

/** How many finished runs are shown; the page "On this device" has them all. */
const LATEST = 3;

/** `host`: `store`, `current` (the page's checklist), `device` (the URL of the device page), `begin({label, by})`, `open(id)`. */
export class BeginView {
  constructor(host) {
    this.host = host;
    this.said = make("p", { class: "sop-run__said", role: "status" });
    this.under = make("div", {});
    this.past = make("div", {});
    this.element = make(
      "section",
      { class: "sop-begin", "aria-labelledby": "run.begin" },
      make("h2", { id: "run.begin", tabindex: "-1" }, say("web.run.begin-title")),
      this.warnings(),
      ...[this.under, this.form(), this.said, this.past, this.bringing()],
    );
  }

  warnings() {
    const { store, current } = this.host;
    const lost = lossWords(store);
    return [
      lost && notice(lost, store.isLost ? "error" : "warning"),
      !store.durable && notice(storeWords(store.why), "error"),
      current.status !== "effective" && notice(say("web.run.not-in-force"), "warning"),
    ];
  }

  form() {
    this.label = make("input", { class: "sop-input", id: "run.label", type: "text", autocomplete: "off" });
    this.by = make("input", { class: "sop-input", id: "run.by", type: "text", autocomplete: "off", autocapitalize: "words" });
    return make(
      "form",
      { class: "sop-begin__form", onsubmit: (event) => this.submit(event) },
      make("label", { for: "run.label" }, make("span", {}, say("web.run.label")), make("span", { class: "sop-quiet" }, say("web.run.label-about"))),
      this.label,
      make("label", { for: "run.by" }, make("span", {}, say("web.run.name")), make("span", { class: "sop-quiet" }, say("web.run.name-about"))),
      this.by,
      ...this.requirements(),
      make("button", { type: "submit", class: "sop-button sop-button--main sop-way" }, say("web.run.start")),
    );
  }

  /** What must be true before the procedure may begin: to press the button is to say so. */
  requirements() {
    const { requires = [] } = this.host.current;
    if (requires.length === 0) return [];
    return [make("div", { class: "sop-begin__requires" }, make("p", {}, say("web.run.requires")), make("ul", {}, requires.map((text) => make("li", {}, text))))];
  }

  bringing() {
    const picker = make("input", {
      ...{ type: "file", class: "sop-unseen", accept: ".json,application/json" },
      onchange: () => this.bring(picker),
    });
    return make(
      "div",
      { class: "sop-begin__more" },
      make("label", { class: "sop-button" }, say("web.run.bring"), picker),
      make("a", { class: "sop-button", href: this.host.device }, say("web.run.on-device")),
    );
  }

  /** Shows the runs of this procedure that are kept here. */
  show(headers) {
    const underWay = headers.filter((header) => header.ended === null);
    const ended = headers.filter((header) => header.ended !== null).slice(0, LATEST);
    this.under.replaceChildren(...section(say("web.run.under-way"), underWay, () => say("web.run.continue")));
    this.past.replaceChildren(...section(say("web.run.latest"), ended, () => say("web.run.look")));
  }

  async submit(event) {
    event.preventDefault();
    const why = await this.host.begin({ label: this.label.value.trim(), by: this.by.value.trim() });
    if (why) this.said.textContent = storeWords(why);
  }

  async bring(picker) {
    const [file] = picker.files;
    if (!file) return;
    const { ok, words, id } = await importFile(this.host.store, file);
    picker.value = "";
    this.said.textContent = words;
    if (ok) this.host.open(id);
  }
}

function section(title, headers, action) {
  if (headers.length === 0) return [];
  return [make("h3", {}, title), make("ul", { class: "sop-begin__runs" }, headers.map((header) => row(header, action())))];
}

function row(header, action) {
  const name = header.label || header.title;
  return make(
    "li",
    {},
    make("div", {}, make("strong", {}, name), make("span", { class: "sop-quiet" }, momentWords(header.started))),
    make("a", { class: "sop-button", href: runAddress(header) ?? "#", "data-run": header.id }, action, make("span", { class: "sop-unseen" }, ` ${name}`)),
  );
}
