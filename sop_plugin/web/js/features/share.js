/** A step's link and QR code, to be copied, scanned or printed, and the way to suggest an improvement of it. */

import { define, make } from "../kit/elements.js";
import { loadStyle } from "../kit/load.js";
import { say } from "../kit/words.js";
import { publishedAt, suggestionAt } from "../share/addresses.js";
import { QrElement } from "../share/qr_element.js";

define("sop-qr", QrElement);

const page = document.querySelector("article.sop");

page.addEventListener("sop-share", async (event) => {
  await loadStyle("share").catch(() => {});
  show(event.detail.closest(".sop-step"));
});

function show(section) {
  const step = section.dataset.sopStep;
  const title = section.querySelector(".sop-number + span").textContent;
  const number = section.querySelector(".sop-number").textContent;
  const published = publishedAt(page.dataset.address, step);
  const here = new URL(`#${encodeURIComponent(step)}`, location.href).href;
  const dialog = make(
    "dialog",
    { class: "sop-share-dialog", "aria-labelledby": "sop.share" },
    make(
      "div",
      { class: "sop-share-dialog__sheet" },
      make("p", { class: "sop-share-dialog__of" }, page.querySelector("h1").textContent),
      make("h2", { id: "sop.share" }, make("span", { class: "sop-number" }, number), " ", title),
      published
        ? make("sop-qr", { text: published, label: say("web.share.code", { step: `${number} ${title}` }) })
        : make("p", { class: "sop-share-dialog__none" }, say("web.share.no-address")),
      make("p", { class: "sop-share-dialog__version" }, versionOf(page)),
    ),
    linkRow(published ?? here),
    make(
      "div",
      { class: "sop-actions" },
      published && make("button", { class: "sop-button", type: "button", onclick: () => print(dialog) }, say("web.share.print")),
      page.dataset.feedback && suggestion(step, title, published ?? here),
      make("button", { class: "sop-button", type: "button", onclick: () => dialog.close() }, say("web.page.close")),
    ),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  page.append(dialog);
  dialog.showModal();
}

function versionOf({ dataset }) {
  return [dataset.sop, dataset.version].filter(Boolean).join(" · ");
}

/** The link with a button that copies it; where copying is refused, the link stands selected. */
function linkRow(address) {
  const field = make("input", { readonly: true, value: address, id: "sop.share-link", type: "text" });
  const said = make("p", { role: "status", class: "sop-share-dialog__said" });
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = say("web.share.copied");
    } catch {
      said.textContent = say("web.share.selected");
    }
  };
  return make(
    "div",
    { class: "sop-share-dialog__link" },
    make("label", { for: "sop.share-link" }, say("web.share.link")),
    field,
    make("button", { class: "sop-button sop-button--main", type: "button", onclick: copy }, say("web.share.copy")),
    said,
  );
}

function suggestion(step, title, url) {
  const { feedback, sop, version } = page.dataset;
  const href = suggestionAt(feedback, { sop, step, version, title, url });
  return make("a", { class: "sop-button", href, rel: "noopener noreferrer" }, say("web.share.suggest"));
}

/** Prints the sheet alone: the class tells the style sheet to leave out all else. */
function print(dialog) {
  const root = document.documentElement;
  root.classList.add("sop-prints-code");
  globalThis.addEventListener("afterprint", () => root.classList.remove("sop-prints-code"), { once: true });
  dialog.querySelector("sop-qr").scrollIntoView();
  globalThis.print();
}
