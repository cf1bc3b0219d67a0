/** One item to tick or fill in, and what is said of its answer. */

import { verdict } from "../flow/answers.js";
import { verdictWords, worded } from "../flow/rows.js";
import { make } from "../kit/elements.js";
import { timeWords } from "../kit/figures.js";
import { say } from "../kit/words.js";
import { controlOf } from "./controls.js";

let made = 0;

/**
 * `host` is what it lies in: `give(item, value, files)` takes an answer, `signer()` tells who does the run, `fileOf(id)` a
 * file that was kept, and `follow(exception)` leads to what is to be done about a number out of range.
 */
export class ItemField {
  constructor(item, host) {
    made += 1;
    const id = `run.item.${made}`;
    const heading = `${id}.name`;
    this.item = item;
    this.host = host;
    this.control = controlOf(item, {
      ...{ id, heading },
      give: (value, files) => host.give(item, value, files),
      draft: item.kind === "number" ? (typed) => this.mark(verdict(item, typed)) : null,
      signer: () => host.signer(),
      fileOf: (file) => host.fileOf(file),
    });
    this.said = make("p", { class: "sop-item__verdict", role: "status" });
    this.follow = make("div", { class: "sop-item__follow" });
    this.past = make("p", { class: "sop-item__past" });
    this.missing = make("p", { class: "sop-item__missing", hidden: true }, say("web.run.missing"));
    this.element = make(
      "div",
      { class: `sop-item sop-item--${item.kind}`, "data-item": item.id },
      item.kind !== "tick" && this.name(id, heading),
      this.control.element,
      ...[this.missing, this.said, this.follow, this.past],
      this.about(),
    );
  }

  name(id, heading) {
    const { kind, title, optional, rangeWords } = this.item;
    const attributes = { class: "sop-item__name", id: heading };
    const words = [title, optional && say("web.run.optional"), rangeWords && say("web.run.range", { range: rangeWords })];
    const parts = words.filter(Boolean).map((text, place) => make("span", place ? { class: "sop-quiet" } : {}, text));
    const spaced = parts.flatMap((part, place) => (place ? [" ", part] : [part]));
    return kind === "choice" ? make("p", attributes, spaced) : make("label", { ...attributes, for: id }, spaced);
  }

  about() {
    const { help, onlyIf, by, kind, optional } = this.item;
    const lines = [
      onlyIf && say("web.run.only-if", { condition: onlyIf }),
      by?.length && kind !== "signature" && say("web.run.by", { roles: by.join(say("web.run.comma")) }),
      help,
      kind === "tick" && optional && say("web.run.optional"),
    ].filter(Boolean);
    return lines.length > 0 && make("p", { class: "sop-item__about" }, lines.join(" "));
  }

  /** Shows an item as `shownAt()` gives it. */
  show(filled) {
    this.element.hidden = filled.applies === false && filled.value === undefined;
    this.control.show(filled.value);
    this.mark(filled.verdict);
    this.follow.replaceChildren(...filled.follow.map((exception) => this.followButton(exception)));
    this.past.replaceChildren(...this.pastWords(filled.history));
    if (filled.value !== undefined && filled.value !== null) this.missing.hidden = true;
  }

  mark(found) {
    this.element.dataset.verdict = found ?? "";
    this.said.textContent = found === "in" || !found ? "" : verdictWords(found);
  }

  followButton(exception) {
    const words = this.host.nameOf(exception);
    return make(
      "button",
      { type: "button", class: "sop-button", onclick: () => this.host.follow(exception) },
      exception.exact ? say("web.run.follow", { exception: words }) : say("web.run.follow-maybe", { exception: words }),
    );
  }

  /** Earlier answers, which are never lost. */
  pastWords(history) {
    if (history.length < 2) return [];
    const earlier = history.slice(0, -1).map(({ value, at }) => {
      const told = worded(this.item, value) || say("web.run.empty");
      return say("web.run.earlier", { value: told, time: timeWords(at) });
    });
    return [say("web.run.corrected", { earlier: earlier.join(say("web.run.comma")) })];
  }

  /** Gives what was typed and not given yet. */
  commit() {
    const value = this.control.typed();
    if (value !== undefined) this.host.give(this.item, value, []);
  }

  /** Says that it must be filled in. */
  demand() {
    this.missing.hidden = false;
  }

  focus() {
    this.control.target?.focus();
  }
}
