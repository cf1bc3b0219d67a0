/** What was found, in Material's own markup. Words of authors are text, never HTML. */

import { make } from "../kit/elements.js";
import { say, tally } from "../kit/words.js";
import { partsOf, snippetOf } from "./marking.js";

/** The item of a page: itself, its best sections, and `others` more behind a fold that `more()` promises. */
export function itemOf({ own, missing }, sections, others, root, more) {
  const links = [linkOf(own, root, missing), ...sections.map((entry) => linkOf(entry, root))];
  return make("li", { class: "md-search-result__item" }, links, others > 0 && foldOf(others, root, more));
}

function linkOf({ url, title, text, names, tags }, root, missing) {
  const isPage = missing !== undefined;
  const named = !text.marks.length && names.marks.length > 0 ? partsOf(names.words, names.marks) : undefined;
  const words = named ?? snippetOf(text.words, text.marks);
  return make(
    "a",
    { class: "md-search-result__link", href: new URL(url, root).href },
    make(
      "article",
      { class: "md-search-result__article md-typeset" },
      isPage && make("div", { class: "md-search-result__icon md-icon" }),
      make(isPage ? "h1" : "h2", {}, marked(partsOf(title.words, title.marks))),
      words.length > 0 && make("p", {}, marked(words)),
      tags.length > 0 && tagsOf(tags),
      missing?.length > 0 &&
        make("p", { class: "md-search-result__terms" }, say("web.search.missing", { words: missing.map((unit) => unit.text).join(" ") })),
    ),
  );
}

function tagsOf(tags) {
  const shown = tags.map(({ words, marks }) => make("span", { class: "md-tag" }, marked(partsOf(words, marks))));
  return make("div", { class: "md-tags" }, shown);
}

function foldOf(count, root, more) {
  const fold = make(
    "details",
    { class: "md-search-result__more" },
    make("summary", {}, make("div", {}, tally("web.search.more-here", count))),
  );
  const fill = async () => {
    fold.removeEventListener("toggle", fill);
    const entries = await more();
    fold.append(...entries.map((entry) => linkOf(entry, root)));
  };
  fold.addEventListener("toggle", fill);
  return fold;
}

function marked(parts) {
  return parts.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}
