/** Pictures at the size of the screen. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";

const IN_TEXT = ":is(.sop-do, .sop-detail, .sop-prose, .sop-then, .sop-fold__body) p > img";

/** Lets every picture of an article be enlarged by a touch or by the keyboard. */
export function enlargeAtTouch(article) {
  for (const picture of article.querySelectorAll(IN_TEXT)) {
    picture.tabIndex = 0;
    picture.setAttribute("role", "button");
  }
  article.addEventListener("click", (event) => {
    const picture = pictureAt(event.target);
    if (!picture || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    enlarge(picture);
  });
  article.addEventListener("keydown", (event) => {
    if (event.target.localName !== "img" || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    enlarge(event.target);
  });
}

function pictureAt(target) {
  return target.closest(".sop-picture")?.querySelector("img") ?? target.closest("img[role=button]");
}

/** A dialog with nothing but the picture and its words; any touch closes it, and so does Esc. */
function enlarge(picture) {
  const words = picture.closest("figure")?.querySelector("figcaption")?.textContent ?? "";
  const isVector = /\.svg(?:[?#]|$)/i.test(picture.src);
  const dialog = make(
    "dialog",
    { class: "sop-enlarged", "aria-label": picture.alt || say("web.page.picture"), onclick: () => dialog.close() },
    make(
      "div",
      {},
      make("img", { src: picture.src, alt: picture.alt, "data-vector": isVector }),
      words ? make("p", {}, words) : null,
      make("button", { class: "sop-button", type: "button" }, say("web.page.close")),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  picture.closest("article").append(dialog);
  dialog.showModal();
}
