/** Things to bring into order: by buttons, by arrow keys on them, or by dragging. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";

export class OrderField {
  /** `order` are the numbers of the items as they are shown first. `tell` says aloud what moved. */
  constructor({ answer }, order, source, changed, tell) {
    this.count = answer.count;
    this.changed = changed;
    this.tell = tell;
    this.isTouched = false;
    this.lines = order.map((number) => this.line(number, source));
    this.element = make("ol", { class: "sop-order" }, this.lines.map(({ element }) => element));
    this.show();
  }

  line(number, source) {
    const words = source.option(number);
    const name = words.textContent;
    const button = (way, label, sign) =>
      make(
        "button",
        {
          type: "button",
          class: "sop-button sop-order__move",
          "aria-label": label,
          onclick: () => this.move(line, way, true),
          onkeydown: (event) => this.followKey(event, line),
        },
        sign,
      );
    const line = {
      number,
      name,
      up: button(-1, say("web.quiz.up", { item: name }), "↑"),
      down: button(1, say("web.quiz.down", { item: name }), "↓"),
      mark: make("span", { class: "sop-pick-mark" }),
      place: make("span", { class: "sop-order__place", "aria-hidden": "true" }),
    };
    line.element = make(
      "li",
      { class: "sop-order__line", onpointerdown: (event) => this.drag(event, line) },
      line.place,
      make("span", { class: "sop-order__words" }, words, line.mark),
      line.up,
      line.down,
    );
    return line;
  }

  followKey(event, line) {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    this.move(line, way, true);
  }

  move(line, way, isFocused) {
    const from = this.lines.indexOf(line);
    const to = from + way;
    if (this.isDone || to < 0 || to >= this.lines.length) return;
    this.lines.splice(to, 0, ...this.lines.splice(from, 1));
    const other = this.lines[from].element;
    if (way < 0) line.element.after(other);
    else line.element.before(other);
    this.isTouched = true;
    this.show();
    this.tell(say("web.quiz.moved", { item: line.name, place: to + 1, count: this.lines.length }));
    if (isFocused) focusable(way < 0 ? line.up : line.down, way < 0 ? line.down : line.up).focus();
    this.changed();
  }

  /** Dragging with a finger or a mouse, for whoever likes it better. */
  drag(start, line) {
    if (this.isDone || start.button !== 0 || start.target.closest("button")) return;
    start.preventDefault();
    line.element.setPointerCapture(start.pointerId);
    line.element.dataset.dragged = "";
    const follow = ({ clientY }) => {
      const place = this.lines.indexOf(line);
      const { top, bottom } = line.element.getBoundingClientRect();
      const next = this.lines[place + 1]?.element.getBoundingClientRect();
      const before = this.lines[place - 1]?.element.getBoundingClientRect();
      if (next && clientY > bottom && clientY > (next.top + next.bottom) / 2) this.move(line, 1, false);
      else if (before && clientY < top && clientY < (before.top + before.bottom) / 2) this.move(line, -1, false);
    };
    const end = () => {
      delete line.element.dataset.dragged;
      line.element.removeEventListener("pointermove", follow);
    };
    line.element.addEventListener("pointermove", follow);
    for (const type of ["pointerup", "pointercancel"]) line.element.addEventListener(type, end, { once: true });
  }

  show() {
    this.lines.forEach(({ place, up, down }, number) => {
      place.textContent = `${number + 1}`;
      up.disabled = this.isDone || number === 0;
      down.disabled = this.isDone || number === this.lines.length - 1;
    });
  }

  /** The order, once somebody touched it: the one that is shown first is never the right one. */
  get response() {
    if (!this.isTouched) return null;
    return this.lines.map(({ number }) => number);
  }

  set response(value) {
    if (!Array.isArray(value) || value.length !== this.count) return;
    this.lines.sort((one, other) => value.indexOf(one.number) - value.indexOf(other.number));
    this.element.replaceChildren(...this.lines.map(({ element }) => element));
    this.isTouched = true;
    this.show();
  }

  get chosen() {
    return [];
  }

  reveal() {
    this.isDone = true;
    this.lines.forEach(({ number, mark, element }, place) => {
      const isRight = number === place;
      element.dataset.mark = isRight ? "right" : "wrong";
      mark.textContent = isRight ? `✓ ${say("web.quiz.mark-right")}` : `✗ ${say("web.quiz.mark-place", { place: number + 1 })}`;
    });
    this.show();
  }

  focus() {
    focusable(this.lines[0].down, this.lines[0].up).focus();
  }
}

function focusable(wanted, otherwise) {
  return wanted.disabled ? otherwise : wanted;
}
