/** A branching case: scene by scene, what is chosen stays to be read with what came of it. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { isCaseOver, passedScenes, sceneOf } from "../quiz/scoring.js";

export class CaseField {
  /** `orderOf` gives the numbers of a scene's choices as they are shown. */
  constructor({ answer }, orderOf, source, changed, tell) {
    Object.assign(this, { answer, orderOf, source, changed, tell, made: [], isDone: false });
    this.element = make("div", { class: "sop-case" });
    this.show();
  }

  show() {
    const passed = passedScenes(this.answer, this.made);
    const told = passed.map(([scene], place) => this.told(scene, this.made[place], place === 0));
    const now = this.isOver ? this.ending(passed) : this.now(passed);
    this.element.replaceChildren(...[...told, now].filter(Boolean));
  }

  get isOver() {
    return isCaseOver(this.answer, this.made);
  }

  told(scene, number) {
    const chosen = make("p", { class: "sop-case__chosen" }, make("span", { class: "sop-unseen" }, say("web.quiz.you-chose")), this.source.option(number, "span", scene.id));
    return make("section", { class: "sop-case__scene" }, this.words(scene), chosen, this.source.consequence(scene.id, number));
  }

  now(passed) {
    const last = passed.at(-1)?.[1];
    const scene = last ? sceneOf(this.answer.scenes, last.to) : this.answer.scenes[0];
    if (!scene) return null;
    const buttons = this.orderOf(scene).map((number) =>
      make("button", { type: "button", class: "sop-button sop-case__way", onclick: () => this.choose(number) }, this.source.option(number, "span", scene.id)),
    );
    return make("section", { class: "sop-case__scene sop-case__scene--now" }, this.words(scene), make("div", { class: "sop-case__ways" }, buttons));
  }

  ending(passed) {
    const last = passed.at(-1)[1];
    const scene = sceneOf(this.answer.scenes, last.to);
    return make("section", { class: "sop-case__scene" }, scene && this.words(scene), make("p", { class: "sop-case__over", tabindex: "-1" }, say("web.quiz.case-over")));
  }

  /** The title and the words of a scene; the heading takes the focus when the case goes on to it. */
  words(scene) {
    const { title, text } = this.source.scene(scene.id);
    return [title && make("h3", { class: "sop-case__title", tabindex: "-1" }, title), text];
  }

  choose(number) {
    this.made.push(number);
    this.show();
    const now = this.element.lastElementChild;
    (now.querySelector(".sop-case__over, .sop-case__title") ?? now.querySelector("button"))?.focus();
    const then = this.element.querySelectorAll(".sop-case__then");
    this.tell(then[then.length - 1]?.textContent ?? "");
    this.changed();
  }

  /** The choices once the case is over: half a case is no answer. */
  get response() {
    return this.isOver ? [...this.made] : null;
  }

  set response(value) {
    this.made = value ?? [];
    this.show();
  }

  get chosen() {
    return [];
  }

  reveal() {
    this.isDone = true;
    for (const button of this.element.querySelectorAll("button")) button.disabled = true;
  }

  focus() {
    this.element.querySelector("button")?.focus();
  }
}
