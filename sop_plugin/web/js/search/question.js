/** What is asked for: the units of a question, each a run of Han characters or a word. */

import { foldedWithPlaces } from "./folding.js";
import { joinedWord, numberFromChinese, numberInChinese } from "./forms.js";
import { tokensOf } from "./terms.js";

/**
 * The units of a question: tokens as `tokensOf` has them, with `text`, their form, and `said`, how they were written;
 * `isOpen` where the reader may still be typing it, `sign` is "+" for what must be there, "-" for what must not, else "".
 */
export function unitsOf(question, fold) {
  const { form, placeOf } = foldedWithPlaces(question, fold);
  const seen = new Set();
  const units = tokensOf(form).map((token) => ({
    ...token,
    text: form.slice(token.start, token.end),
    said: question.slice(placeOf(token.start), placeOf(token.end)),
    isOpen: token.end === form.length,
    sign: signBefore(form, token.start),
  }));
  return units.filter(({ text, sign }) => !seen.has(sign + text) && seen.add(sign + text));
}

/** A name within a run of Han characters, which sets no spaces around it. */
const HAN_NAME = /^\p{Script=Han}{2,}$/u;

/**
 * Notes at each unit the other names of the thing that it names, with its neighbours perhaps, in `also`, and in
 * `variants` what a run says with another name in it. `groups` are the names of one thing each, folded.
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
        for (const other of names) if (other !== name) noteName(units.slice(from, to), other);
      }
      if (HAN_NAME.test(name)) noteNamesWithin(units, name, names);
    }
  }
}

/** 怎麼退錢 is to find what says 怎麼退款, as a whole or in part. */
function noteNamesWithin(units, name, names) {
  for (const unit of units) {
    if (!unit.run || unit.text === name || !unit.text.includes(name)) continue;
    for (const other of names) {
      if (other === name || !HAN_NAME.test(other)) continue;
      unit.variants = [...(unit.variants ?? []), unit.text.replace(name, other)];
    }
  }
}

/**
 * Notes in `also` how else units may be written: log in as login, 240 ml as 240ml, v2.1 as 2.1, 30 分鐘 as 三十分鐘 and the
 * other way round.
 */
export function noteOtherForms(units) {
  for (const [at, unit] of units.entries()) {
    const next = units[at + 1];
    const version = unit.word?.match(/^v(\d+(?:\.\d+)+)$/);
    if (version) noteName([unit], version[1]);
    if (unit.run) {
      const number = unit.run.length > 1 && numberFromChinese(unit.text);
      const counted = number && unit.text.slice(number.length);
      if (counted) noteName([unit], `${number.digits} ${counted}`);
    } else if (next?.counted) {
      const number = numberInChinese(unit.text);
      if (number) noteName([unit, next], number + next.text);
    } else if (next?.word) {
      const joined = joinedWord(unit.word, next.word);
      if (joined) noteName([unit, next], joined);
    }
  }
}

/** Notes another name of what several units say together. */
export function noteName(units, name) {
  for (const unit of units) unit.also = [...(unit.also ?? []), name];
}

function signBefore(form, at) {
  const sign = form[at - 1];
  return (sign === "+" || sign === "-") && (at === 1 || /\s/.test(form[at - 2])) ? sign : "";
}
