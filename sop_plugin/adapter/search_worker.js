/*
 * Chinese in Material's search. This stands before Material's own search worker and sees its messages first.
 *
 * Chinese has no spaces, and Material's index would hold whole sentences as words. Here each document gets fields with
 * the overlapping pairs of its Han characters, and a question is asked in the same pairs: 退貨單 as 退貨 and 貨單. In the
 * index a Han character stands as its double in the private use planes, since Material segments Han characters of a
 * question in a way of its own, which leaves out the last one. The answers are put into readable words again.
 */
(() => {
  "use strict";

  const SETUP = 0;
  const QUERY = 2;
  const RESULT = 3;
  const FIELDS = ["title", "text", "tags"];
  const HAN_RUN = /\p{Script=Han}+/gu;
  const QUESTION_RUN = /([+-]?)(\p{Script=Han}+)/gu;
  const DOUBLE = /[\u{f0000}-\u{10ffff}]/gu;
  const TAG = /(<[^>]*>)/;

  // Separators of words besides those of the site: Han characters, which have fields of their own, full-width
  // punctuation, brackets and quotation marks.
  const SEPARATOR =
    '[\\u3000-\\u303f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff01-\\uff0f\\uff1a-\\uff20"()\\[\\]{}“”‘’…—]' +
    "|[\\ud840-\\ud88d][\\udc00-\\udfff]";

  const TEASER = 120; // characters of a text that the result list shows
  const BEFORE = 24; // of which this many before the first place found

  let asked = []; // the runs of Han characters in the last question

  /** The private double of each Han character: U+4E00 is U+F4E00, U+20000 is U+100000. */
  const doubled = (text) =>
    Array.from(text, (char) => {
      const code = char.codePointAt(0);
      return String.fromCodePoint(code + (code < 0x10000 ? 0xf0000 : 0xe0000));
    });

  /** A text with the doubles put back. */
  const readable = (text) =>
    text.replace(DOUBLE, (char) => {
      const code = char.codePointAt(0);
      return String.fromCodePoint(code - (code < 0x100000 ? 0xf0000 : 0xe0000));
    });

  /** The overlapping pairs of a run of Han characters, as doubles; a run of one is left single. */
  const pairs = (run) => {
    const chars = doubled(run);
    return chars.length < 2 ? chars : chars.slice(1).map((char, index) => chars[index] + char);
  };

  /** The pairs of a whole text, parted by spaces. Zero-width spaces come from word segmentation at build time. */
  const han = (text) => {
    const runs = text.replaceAll("\u200b", "").match(HAN_RUN) ?? [];
    return runs.map((run) => pairs(run).join(" ")).join(" ");
  };

  const setUp = ({ config, docs }) => {
    config.separator = `${config.separator}|${SEPARATOR}`;
    config.pipeline = config.pipeline.filter((name) => name !== "trimmer"); // it takes doubles for punctuation
    for (const field of FIELDS) config.fields[`${field}_han`] = config.fields[field] ?? {};
    for (const doc of docs)
      for (const field of FIELDS) {
        const value = [doc[field] ?? []].flat().join(" ");
        const words = han(value);
        if (words) doc[`${field}_han`] = words;
      }
  };

  /** The question with every run of Han characters in pairs; what is demanded (+) or excluded (-) stays so. */
  const inPairs = (question) => {
    asked = [];
    return question.replace(QUESTION_RUN, (_match, sign, run) => {
      if (sign !== "-") asked.push(run);
      return ` ${pairs(run)
        .map((pair) => sign + pair + (sign && run.length < 2 ? "*" : ""))
        .join(" ")} `;
    });
  };

  /** Which words of the question a document has: whole runs in the place of their pairs. */
  const wholeWords = (terms) => {
    const words = {};
    if (!Object.keys(terms).length) return words; // an article that stands above its sections, itself not found
    for (const run of asked) words[run] = pairs(run).every((pair) => terms[pair]);
    for (const [term, found] of Object.entries(terms)) if (readable(term) === term) words[term] = found;
    return words;
  };

  /** Whatever of the question may be marked: runs before their pairs, so that the longest is. */
  const markable = () => {
    const words = asked.flatMap((run) => [run, ...pairs(run).map(readable)]);
    return words.length ? new RegExp(words.sort((a, b) => b.length - a.length).join("|"), "gu") : undefined;
  };

  /** Mark words in HTML, between its tags only. */
  const marked = (html, words) =>
    html
      .split(TAG)
      .map((part) => (part.startsWith("<") ? part : part.replace(words, "<mark>$&</mark>")))
      .join("");

  /** The stretch of a text around the first place found, without markup, from the beginning of a phrase. */
  const teaser = (html, words) => {
    const text = html.replace(/<[^>]*>/g, " ");
    const found = Math.max(0, text.search(words));
    const before = text.slice(Math.max(0, found - BEFORE), found);
    const phrase = before.search(/[\s、。，：；]/) + 1 || before.length; // or the word itself, where no phrase begins
    const start = found > BEFORE ? found - before.length + phrase : 0;
    const part = text.slice(start, start + TEASER).replace(/(&[^;]{0,6}|[\ud800-\udbff])$/, "");
    return `<p>${start > 0 ? "… " : ""}${part.trim()}${start + TEASER < text.length ? " …" : ""}</p>`;
  };

  const forReading = (result) => {
    const words = markable();
    for (const item of result.items.flat()) {
      for (const field of FIELDS) delete item[`${field}_han`];
      item.terms = wholeWords(item.terms);
      if (!words) continue;
      if (item.text && !item.text.includes("<mark>")) item.text = teaser(item.text, words);
      item.title = marked(item.title, words);
      item.text = marked(item.text, words);
      if (item.tags) item.tags = item.tags.map((tag) => marked(tag, words));
    }
    if (result.suggest) result.suggest = result.suggest.filter((term) => readable(term) === term);
  };

  const send = self.postMessage.bind(self);
  self.postMessage = (message, ...rest) => {
    if (message?.type === RESULT) forReading(message.data);
    send(message, ...rest);
  };

  self.addEventListener("message", ({ data }) => {
    if (data.type === SETUP) setUp(data.data);
    if (data.type === QUERY) data.data = inPairs(data.data);
  });
})();
