/** Questions that must be answered before something goes on. Styles are in css/dialog.css. */

import { make } from "./elements.js";
import { say } from "./words.js";

/** Asks whether to do what `action` names; true only if that is chosen. Where the focus was, it is again. */
export function confirmed({ title, text, action }) {
  return new Promise((resolve) => {
    const heading = make("h2", { id: "sop-dialog-title" }, title);
    const yes = make("button", { type: "button", class: "sop-button sop-button--danger", onclick: () => end(true) }, action);
    const no = make("button", { type: "button", class: "sop-button", onclick: () => end(false) }, say("web.dialog.cancel"));
    const dialog = make(
      "dialog",
      { class: "sop-dialog", "aria-labelledby": "sop-dialog-title", oncancel: () => end(false) },
      heading,
      make("p", {}, text),
      make("div", { class: "sop-dialog__choices" }, no, yes),
    );

    function end(answer) {
      dialog.close();
      frame.remove();
      resolve(answer);
    }

    const frame = make("div", { class: "md-typeset" }, make("div", { class: "sop" }, dialog));
    document.body.append(frame);
    dialog.showModal();
    no.focus();
  });
}
