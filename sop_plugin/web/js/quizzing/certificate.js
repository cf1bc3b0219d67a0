/** A certificate to print or save. It says that nobody watched, and it is void once a covered step has changed. */

import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { fileName, saveText } from "../kit/saving.js";
import { language, say } from "../kit/words.js";
import { changedPlaces, wholeScore } from "../quiz/attempt.js";

const PLAIN = "body{font:16px/1.6 sans-serif;margin:3em auto;max-width:40em;padding:0 1em}li{margin:.2em 0}";
/** How a saved certificate looks, which has no style sheet of the site beside it. */

export class Certificate {
  constructor(session, host) {
    this.session = session;
    this.host = host;
    this.element = make("section", { class: "sop-certificate", "aria-labelledby": "sop-certificate" });
    this.show();
  }

  show() {
    const { state } = this.session;
    const changed = changedPlaces(state, this.host.quiz);
    const title = make("h3", { id: "sop-certificate", tabindex: "-1" }, say("web.quiz.certificate"));
    if (changed.length > 0) this.element.replaceChildren(title, this.voided(changed));
    else if (state.signed) this.element.replaceChildren(title, this.sheet(), this.buttons());
    else this.element.replaceChildren(title, this.form());
    this.element.toggleAttribute("data-void", changed.length > 0);
  }

  form() {
    const field = make("input", { type: "text", class: "sop-input", id: "sop-certificate-name", autocomplete: "name", required: true });
    const sign = (event) => {
      event.preventDefault();
      const by = field.value.trim();
      if (!by) return;
      this.session.act("signed", { by });
      this.show();
      this.element.querySelector("h3").focus();
    };
    return make(
      "form",
      { class: "sop-certificate__form", onsubmit: sign },
      make("p", {}, say("web.quiz.certificate-about")),
      make("label", { for: "sop-certificate-name" }, say("web.quiz.your-name")),
      field,
      make("button", { type: "submit", class: "sop-button" }, say("web.quiz.make-certificate")),
    );
  }

  /** What is printed and saved: text without anything that needs the site. */
  sheet() {
    const { state, quiz } = this.session;
    const places = [...new Set(state.asked.flatMap((key) => state.questions.get(key).tests))].filter((place) => quiz.places[place]);
    const facts = [
      [say("web.quiz.name"), state.signed.by],
      [say("web.quiz.quiz"), quiz.title],
      [say("web.quiz.score"), `${Math.round(wholeScore(state) * 100)} %`],
      [say("web.quiz.when"), momentWords(state.finished.at)],
      [say("web.quiz.version"), quiz.version],
    ];
    return make(
      "div",
      { class: "sop-certificate__sheet" },
      make("dl", { class: "sop-facts sop-facts--rows" }, facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))),
      places.length > 0 && make("p", {}, say("web.quiz.covered")),
      make("ul", { class: "sop-list" }, places.map((place) => make("li", {}, quiz.places[place].title, " ", make("code", {}, `${place} @${quiz.places[place].print}`)))),
      make("p", { class: "sop-certificate__honest" }, say("web.quiz.self-reported")),
    );
  }

  buttons() {
    const print = make("button", { type: "button", class: "sop-button", onclick: () => globalThis.print() }, say("web.quiz.print"));
    const save = make("button", { type: "button", class: "sop-button", onclick: () => this.save() }, say("web.quiz.save"));
    return make("div", { class: "sop-attempt__buttons" }, print, save);
  }

  save() {
    const { quiz, state } = this.session;
    const title = `${say("web.quiz.certificate")} ${quiz.title}`;
    const page = make("html", { lang: language() });
    const head = make("head", {}, make("meta", { charset: "utf-8" }), make("title", {}, title), make("style", {}, PLAIN));
    page.append(head, make("body", {}, make("h1", {}, say("web.quiz.certificate")), this.sheet()));
    saveText(fileName([say("web.quiz.certificate"), quiz.title, state.signed.by], "html"), "text/html", `<!doctype html>${page.outerHTML}`);
  }

  voided(changed) {
    const { places } = this.host.quiz;
    const names = changed.map((place) => {
      const { title = place, url } = places[place] ?? this.session.quiz.places[place] ?? {};
      return make("li", {}, url ? make("a", { href: url }, title) : title);
    });
    return make(
      "div",
      { class: "sop-caution sop-caution--warning" },
      make("div", {}, make("p", {}, make("strong", {}, say("web.quiz.void"))), make("p", {}, say("web.quiz.void-about")), make("ul", {}, names)),
    );
  }
}
