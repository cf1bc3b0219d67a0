/** What an answer is given with, by the kind of the item. */

import { fromHtml, make } from "../kit/elements.js";
import { freshId } from "../kit/ids.js";
import { say } from "../kit/words.js";
import { pictureOf, shrunk } from "./photos.js";

/**
 * The control of an item: `{element, target, show(value), typed()}`.
 *
 * `target` is what takes the focus. `give(value, files)` is called with each answer; `typed()` gives what stands in a field
 * and was not given yet, undefined where there is nothing such. `heading` is the id of the element that names the item.
 */
export function controlOf(item, { id, heading, give, draft, signer, fileOf }) {
  switch (item.kind) {
    case "tick":
      return tickControl(item, { id, give });
    case "choice":
      return choiceControl(item, { heading, give });
    case "photo":
    case "file":
      return fileControl(item, { id, give, fileOf });
    case "signature":
      return signatureControl(item, { id, give, draft, signer });
    default:
      return textControl(item, { id, give, draft });
  }
}

function tickControl(item, { id, give }) {
  const box = make("input", { type: "checkbox", id, onchange: () => give(box.checked) });
  return {
    element: make("label", { class: "sop-tick", for: id }, box, make("span", {}, item.title)),
    target: box,
    show: (value) => {
      box.checked = value === true;
    },
    typed: () => undefined,
  };
}

function choiceControl(item, { heading, give }) {
  const radios = item.choices.map((choice) =>
    make("input", { type: "radio", name: heading, value: choice.id, onchange: () => give(choice.id) }),
  );
  const labels = item.choices.map((choice, place) =>
    make("label", { class: "sop-choice" }, radios[place], make("span", {}, choice.title)),
  );
  return {
    element: make("div", { class: "sop-choices-row", role: "radiogroup", "aria-labelledby": heading }, labels),
    target: radios[0],
    show: (value) => {
      for (const radio of radios) radio.checked = radio.value === value;
    },
    typed: () => undefined,
  };
}

const INPUTS = {
  number: { type: "text", inputmode: "decimal" },
  date: { type: "date" },
  time: { type: "time" },
  signature: { type: "text", autocapitalize: "words" },
};

/** `draft(value)` is told what is being typed, so that a number out of range is marked at once. */
function textControl(item, { id, give, draft }) {
  let shown = "";
  const common = { id, class: "sop-input", autocomplete: "off" };
  const field = INPUTS[item.kind]
    ? make("input", { ...common, ...INPUTS[item.kind] })
    : make("textarea", { ...common, rows: 1 });
  const typed = () => (field.value.trim() === shown ? undefined : field.value.trim() || null);
  const commit = () => {
    const value = typed();
    if (value === undefined) return;
    shown = value ?? "";
    give(value);
  };
  field.addEventListener("change", commit);
  field.addEventListener("input", () => draft?.(field.value));
  if (item.kind === "number") {
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") commit();
    });
  }
  return {
    element: item.unit ? make("span", { class: "sop-measure" }, field, make("span", {}, item.unit)) : field,
    target: field,
    show: (value) => {
      const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
      if (text === shown) return;
      if (document.activeElement !== field || typed() === undefined) field.value = text;
      shown = text;
    },
    typed: () => {
      const value = typed();
      if (value !== undefined) shown = value ?? "";
      return value;
    },
  };
}

/** A name as a signature; whoever does the run signs by one touch. */
function signatureControl(item, { id, give, draft, signer }) {
  const text = textControl(item, { id, give, draft });
  const sign = make("button", { type: "button", class: "sop-button", onclick: () => give(signer()) });
  return {
    ...text,
    element: make("div", { class: "sop-sign" }, text.element, sign),
    show: (value) => {
      text.show(value);
      const name = signer();
      sign.hidden = !name || Boolean(value);
      sign.textContent = name ? say("web.run.sign-as", { name }) : "";
    },
  };
}

const CAMERA = '<svg class="sop-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 8h4l2-3h4l2 3h4v11H4z"/><circle cx="12" cy="13" r="3.5"/></svg>';

function fileControl(item, { id, give, fileOf }) {
  const isPhoto = item.kind === "photo";
  const picker = make("input", {
    ...{ type: "file", id, class: "sop-unseen", onchange: () => take() },
    ...(isPhoto ? { accept: "image/*", capture: "environment" } : {}),
  });
  const words = make("span", {});
  const shown = make("div", { class: "sop-attached" });
  const icon = fromHtml("span", {}, CAMERA);
  let showing = null;

  async function take() {
    const [file] = picker.files;
    picker.value = "";
    if (!file) return;
    const blob = isPhoto ? await shrunk(file) : file;
    const kept = freshId();
    give({ file: kept, name: file.name }, [{ id: kept, blob, name: file.name }]);
  }

  async function show(value) {
    words.textContent = wordsOf(value);
    if (showing === (value?.file ?? null)) return;
    showing = value?.file ?? null;
    if (!showing) return shown.replaceChildren();
    const picture = pictureOf(await fileOf(showing), value.name ?? "");
    if (showing !== value.file) return;
    shown.replaceChildren(...[picture, make("span", {}, value.name ?? ""), takeOut(value)].filter(Boolean));
  }

  function wordsOf(value) {
    if (isPhoto) return value?.file ? say("web.run.photo-again") : say("web.run.photo");
    return value?.file ? say("web.run.file-again") : say("web.run.file");
  }

  function takeOut(value) {
    const name = value.name ?? "";
    const attributes = { type: "button", class: "sop-button", "aria-label": say("web.run.remove-file", { name }) };
    return make("button", { ...attributes, onclick: () => give(null) }, say("web.run.remove"));
  }

  return {
    element: make("div", { class: "sop-file" }, make("label", { class: "sop-button", for: id }, icon, words, picker), shown),
    target: picker,
    show,
    typed: () => undefined,
  };
}
