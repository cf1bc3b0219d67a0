/** What was found, in Material's own markup. Words of authors are text, never HTML. */

import { make } from "../kit/elements.js";
import { say, tally } from "../kit/words.js";

/** The item of a page as the service gives it. `more(numbers)` promises entries that are shown when they are asked for. */
export function itemOf({ own, sections, others, missing }, root, more) {
  const links = [linkOf(own, root, missing), ...sections.map((entry) => linkOf(entry, root))];
  return make("li", { class: "md-search-result__item" }, links, others.length > 0 && foldOf(others, root, more));
}

/** What to do where nothing was found: `all` is the address of the list of all procedures. */
export function nothingOf(all) {
  return make(
    "li",
    { class: "sop-found-none" },
    make("p", {}, say("web.search.nothing")),
    make("a", { class: "sop-found-more", href: all }, say("web.search.all")),
  );
}

/** What to do where an answer could not be fetched. */
export function troubleOf(again) {
  return make("li", { class: "sop-found-none" }, make("button", { type: "button", class: "sop-found-more", onclick: again }, say("web.search.again")));
}

function linkOf({ url, title, words, tags }, root, missing) {
  const isPage = missing !== undefined;
  return make(
    "a",
    { class: "md-search-result__link", href: root + url },
    make(
      "article",
      { class: "md-search-result__article md-typeset" },
      isPage && make("div", { class: "md-search-result__icon md-icon" }),
      make(isPage ? "h1" : "h2", {}, marked(title)),
      words.length > 0 && make("p", {}, marked(words)),
      tags.length > 0 && make("div", { class: "md-tags" }, tags.map((tag) => make("span", { class: "md-tag" }, marked(tag)))),
      missing?.length > 0 && make("p", { class: "md-search-result__terms" }, say("web.search.missing", { words: missing.join(" ") })),
    ),
  );
}

function foldOf(others, root, more) {
  const fold = make(
    "details",
    { class: "md-search-result__more" },
    make("summary", {}, make("div", {}, tally("web.search.more-here", others.length))),
  );
  const fill = async () => {
    fold.removeEventListener("toggle", fill);
    const entries = await more(others);
    fold.append(...entries.map((entry) => linkOf(entry, root)));
  };
  fold.addEventListener("toggle", fill);
  return fold;
}

function marked(parts) {
  return parts.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}
