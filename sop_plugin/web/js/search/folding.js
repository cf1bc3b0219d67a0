/** One form for what counts as the same: see `views/search/folding.py`, which folds the texts. */

/** A function that gives the form of a character. `pairs` are the Han characters that have another form, before it. */
export function folding(pairs) {
  const han = new Map();
  const chars = Array.from(pairs);
  for (let at = 0; at < chars.length; at += 2) han.set(chars[at], chars[at + 1]);
  const known = new Map();
  return (char) => {
    let form = known.get(char);
    if (form === undefined) {
      const bare = char.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
      form = Array.from(bare, (each) => han.get(each) ?? each).join("");
      known.set(char, form);
    }
    return form;
  };
}

/** A text in the form in which it is compared, and for each of its units, and for its end, the place in the text. */
export function foldedWithPlaces(text, fold) {
  let form = "";
  const places = [];
  let at = 0;
  for (const char of text) {
    const part = fold(char);
    for (let unit = 0; unit < part.length; unit += 1) places.push(at);
    form += part;
    at += char.length;
  }
  places.push(at);
  return { form, places };
}
