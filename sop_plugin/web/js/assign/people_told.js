/** What was understood of a list of people, told below the field while it is typed or pasted. */

import { peopleIn } from "../assigning/pasted_list.js";
import { make, setText } from "../kit/elements.js";
import { say, tally } from "../kit/words.js";

const MOST_LINES = 300;
/** People who are shown one by one: with more, each key pressed would take long. */

/** Tells of the text in a field, now and whenever it changes, in an empty element; gives the function that tells it. */
export function tellPeople(field, place) {
  const sum = make("p", { class: "sop-assign__read-sum", role: "status" });
  const list = make("div", {});
  place.replaceChildren(sum, list);
  const tell = () => {
    const found = peopleIn(field.value);
    setText(sum, readWords(found));
    list.replaceChildren(...readList(found.names), ...doubtsOf(found));
  };
  field.addEventListener("input", tell);
  tell();
  return tell;
}

/** How many there are, and what was not counted. */
function readWords({ names, repeated, heading }) {
  const words = [names.length > 0 && tally("web.assign.people", names.length)];
  words.push(heading && say("web.assign.heading", { heading }));
  words.push(repeated.length > 0 && say("web.assign.repeated", { names: repeated.join(say("web.assigned.and")) }));
  return words.filter(Boolean).join("\n");
}

function doubtsOf({ alike }) {
  if (alike.length === 0) return [];
  return [
    make(
      "div",
      { class: "sop-assign__notice" },
      make("p", {}, say("web.assign.alike")),
      make("ul", {}, alike.slice(0, MOST_LINES).map((names) => make("li", {}, names.join(say("web.assigned.and"))))),
    ),
  ];
}

function readList(names) {
  if (names.length === 0) return [];
  return [
    make(
      "ol",
      { class: "sop-assign__read", tabindex: "0", "aria-label": say("web.assign.people-read") },
      names.slice(0, MOST_LINES).map((name) => make("li", {}, name)),
      names.length > MOST_LINES && make("li", {}, "…"),
    ),
  ];
}
