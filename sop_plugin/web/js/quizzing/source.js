/** The words of questions, as the page holds them. Copies are given out, so that the page stays whole, on paper too. */

import { make } from "../kit/elements.js";

/** What the page says of one question. */
export class Source {
  constructor(page, key) {
    this.section = page.querySelector(`[data-question="${CSS.escape(key)}"]`);
    this.language = this.section.lang || null;
  }

  /** A copy of one part with attributes of its own, null where the question has none. `role` is its `data-role`. */
  part(role, attributes = {}, tag = undefined) {
    return this.copy(`[data-role="${role}"]`, tag, attributes);
  }

  /** The words of an option, an item or a choice by its number; of a scene's, within that. */
  option(number, tag = "span", scene = null) {
    const within = scene === null ? "" : `[data-scene="${CSS.escape(scene)}"] `;
    return this.copy(`${within}[data-option="${number}"]`, tag);
  }

  /** The left side of a pair. */
  left(number, attributes = {}) {
    return this.copy(`[data-left="${number}"]`, "span", attributes);
  }

  /** What is said to whoever chose an option; null where nothing is. */
  feedback(number) {
    return this.copy(`[data-feedback="${number}"]`, "div");
  }

  /** What comes of a choice in a scene; null where nothing is told. */
  consequence(scene, number) {
    return this.copy(`[data-consequence="${CSS.escape(scene)} ${number}"]`, "div", { class: "sop-case__then" });
  }

  /** The title and the text of a scene. */
  scene(id) {
    const place = `[data-scene="${CSS.escape(id)}"] `;
    return {
      title: this.copy(`${place}[data-role="scene-title"]`, "span")?.textContent ?? null,
      text: this.copy(`${place}[data-role="scene-text"]`, "div"),
    };
  }

  copy(selector, tag, attributes = {}) {
    const found = this.section.querySelector(selector);
    if (!found) return null;
    const copied = make(tag ?? found.localName, { class: found.className || null, ...attributes }, [...found.childNodes].map((node) => node.cloneNode(true)));
    for (const element of copied.querySelectorAll("[id]")) element.removeAttribute("id");
    return copied;
  }
}
