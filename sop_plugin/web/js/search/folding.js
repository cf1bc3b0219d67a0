/** One form for what counts as the same: see `views/search/folding.py`, which folds the texts. */

/** A function that gives the form of a character. `pairs` are the Han characters that have another form, before it. */
export function folding(pairs) {
  const han = new Map();
  const chars = Array.from(pairs);
  for (let at = 0; at < chars.length; at += 2) han.set(chars[at], chars[at + 1]);
  const known = [];
  return (char) => {
    const code = char.codePointAt(0);
    let form = known[code];
    if (form === undefined) {
      const bare = char.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
      form = Array.from(bare, (each) => han.get(each) ?? each).join("");
      known[code] = form;
    }
    return form;
  };
}

/**
 * A text in the form in which it is compared, and `placeOf(unit)`, the place in the text of a unit of the form or of its
 * end.
 */
export function foldedWithPlaces(text, fold) {
  const parts = [];
  const shifts = [];
  let length = 0;
  let at = 0;
  for (const char of text) {
    const part = fold(char);
    parts.push(part);
    if (part.length !== char.length) shifts.push({ form: length, text: at, formEnd: length + part.length, textEnd: at + char.length });
    length += part.length;
    at += char.length;
  }
  return { form: parts.join(""), placeOf: (unit) => placeAfter(shifts, unit) };
}

/** `shifts` are the characters that the form has in another length: where they begin and end in form and text. */
function placeAfter(shifts, unit) {
  let place = unit;
  for (const { form, text, formEnd, textEnd } of shifts) {
    if (unit >= formEnd) place = textEnd + unit - formEnd;
    else return unit > form ? text : place;
  }
  return place;
}
