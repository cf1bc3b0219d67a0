/** One form for what counts as the same: see `views/search/folding.py`, which folds the texts. */

/**
 * A function that gives the form of a character by its code, null where that is the character itself. `pairs` are the Han
 * characters that have another form, before it.
 */
export function folding(pairs) {
  const han = new Map();
  const chars = Array.from(pairs);
  for (let at = 0; at < chars.length; at += 2) han.set(chars[at], chars[at + 1]);
  const known = new Map();
  return (code) => {
    let form = known.get(code);
    if (form === undefined) {
      const char = String.fromCodePoint(code);
      const bare = char.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
      form = Array.from(bare, (each) => han.get(each) ?? each).join("");
      if (form === char) form = null;
      known.set(code, form);
    }
    return form;
  };
}

/**
 * A text in the form in which it is compared, and `placeOf(unit)`, the place in the text of a unit of the form or of its
 * end.
 */
export function foldedWithPlaces(text, fold) {
  const shifts = [];
  let form = "";
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at);
    const end = at + (code > 0xffff ? 2 : 1);
    const part = fold(code);
    if (part !== null) {
      form += text.slice(done, at);
      if (part.length !== end - at) shifts.push({ form: form.length, text: at, formEnd: form.length + part.length, textEnd: end });
      form += part;
      done = end;
    }
    at = end;
  }
  form += text.slice(done);
  return { form, placeOf: (unit) => placeAfter(shifts, unit) };
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
