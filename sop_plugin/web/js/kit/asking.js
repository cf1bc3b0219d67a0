/** Questions that must be answered before something goes on. Styles are in css/dialog.css. */

import { make } from "./elements.js";
import { say } from "./words.js";

/** Asks whether to do what `action` names; true only if that is chosen. Where the focus was, it is again. */
export async function confirmed({ title, text, action }) {
  const answer = await answerTo({ title, text, action, danger: true });
  return answer !== null;
}

/**
 * Asks for a line of text, and which of `choices` (`[{value, words}]`) it is about if there are several.
 *
 * `{text, choice}`, or null if it was left. Without `required` the text may be empty.
 */
export function asked({ title, text, label, action, value = "", required = false, choices = [] }) {
  const field = make("input", { type: "text", class: "sop-input", id: "sop-dialog-text", value, autocomplete: "off", required });
  const several = choices.length > 1;
  const radios = several
    ? choices.map(({ value: choice }) => make("input", { type: "radio", name: "sop-dialog-choice", value: choice, required: true }))
    : [];
  const body = [
    radios.map((radio, place) => make("label", { class: "sop-pick-line" }, radio, " ", choices[place].words)),
    make("label", { class: "sop-dialog__label", for: "sop-dialog-text" }, label),
    field,
  ];
  const read = () => ({
    text: field.value.trim(),
    choice: several ? radios.find((radio) => radio.checked)?.value : choices[0]?.value,
  });
  return answerTo({ title, text, action, body, read, focus: () => (radios[0] ?? field).focus() });
}

function answerTo({ title, text, action, body = [], danger = false, read = () => true, focus }) {
  return new Promise((resolve) => {
    const no = make("button", { type: "button", class: "sop-button", onclick: () => end(null) }, say("web.dialog.cancel"));
    const form = make(
      "form",
      { method: "dialog", onsubmit: (event) => submit(event) },
      make("h2", { id: "sop-dialog-title" }, title),
      text && make("p", {}, text),
      body,
      make(
        "div",
        { class: "sop-dialog__choices" },
        no,
        make("button", { type: "submit", class: `sop-button sop-button--${danger ? "danger" : "main"}` }, action),
      ),
    );
    const dialog = make("dialog", { class: "sop-dialog", "aria-labelledby": "sop-dialog-title", oncancel: () => end(null) }, form);

    function submit(event) {
      event.preventDefault();
      end(read());
    }

    function end(answer) {
      if (!frame.isConnected) return;
      dialog.close();
      frame.remove();
      resolve(answer);
    }

    const frame = make("div", { class: "md-typeset" }, make("div", { class: "sop" }, dialog));
    document.body.append(frame);
    dialog.showModal();
    if (focus) focus();
    else no.focus();
  });
}
