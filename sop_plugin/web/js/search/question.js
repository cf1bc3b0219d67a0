/** What is asked for: the units of a question, each a run of Han characters or a word. */

import { foldedWithPlaces } from "./folding.js";
import { tokensOf } from "./terms.js";

/**
 * The units of a question. `run` or `word` and `parts` are as `tokensOf` has them; `isOpen` where the reader may still be
 * typing it, `sign` is "+" for what must be there, "-" for what must not, else "".
 */
export function unitsOf(question, fold) {
  const { form } = foldedWithPlaces(question, fold);
  const seen = new Set();
  const units = tokensOf(form).map((token) => ({
    ...token,
    text: form.slice(token.start, token.end),
    isOpen: token.end === form.length,
    sign: signBefore(form, token.start),
  }));
  return units.filter(({ text, sign }) => !seen.has(sign + text) && seen.add(sign + text));
}

/**
 * Notes at each unit the other names of the thing that it names, with its neighbours perhaps, in `also`. `groups` are the
 * names of one thing each, folded.
 */
export function noteOtherNames(units, groups) {
  for (const names of groups) {
    for (const name of names) {
      for (let from = 0; from < units.length; from += 1) {
        let to = from;
        let said = "";
        while (to < units.length && said.length < name.length) {
          said = said ? `${said} ${units[to].text}` : units[to].text;
          to += 1;
        }
        if (said !== name) continue;
        for (const unit of units.slice(from, to)) unit.also = [...(unit.also ?? []), ...names.filter((other) => other !== name)];
      }
    }
  }
}

function signBefore(form, at) {
  const sign = form[at - 1];
  return (sign === "+" || sign === "-") && (at === 1 || /\s/.test(form[at - 2])) ? sign : "";
}
