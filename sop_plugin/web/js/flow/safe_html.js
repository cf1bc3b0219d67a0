/**
 * Whether HTML from a file is of the kind that our pages are made of, so that it can be shown.
 *
 * A file may come from anybody. What our own pages never hold is not mended but refused.
 */

const TAGS = new Set(
  (
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img " +
    "input ins kbd label li mark ol p pre q s section small source span strong sub summary sup table tbody td th thead time " +
    "tr u ul video"
  ).split(" "),
);

const ATTRIBUTES = new Set(
  (
    "abbr alt aria-hidden aria-label checked class cite colspan controls datetime decoding dir disabled height href id " +
    "lang loading open preload rel role rowspan scope src start style tabindex title type value width"
  ).split(" "),
);

const MARK = /<(?:\/([a-z][a-z0-9]*)\s*|([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*\/?)>/gi;
const ATTRIBUTE = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi;
const STYLE = /^text-align:\s*(left|right|center);?$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const SCHEMES = /^(https?:|mailto:|tel:|data:image\/(gif|jpeg|png|webp);)/i;

/** The fields of a checklist that hold HTML; every other text is shown as text (sop_plugin/views/checklist_data.py). */
const HTML_FIELDS = new Set(["do", "detail", "then", "link", "escalate", "effects"]);

/** Whether all HTML in a checklist is safe to be shown. */
export function isSafe(checklist) {
  return [...checklist.nodes, ...checklist.edges].every(isSafePart);
}

function isSafePart(part) {
  return Object.entries(part).every(([name, value]) => {
    if (HTML_FIELDS.has(name)) return [value].flat().every((text) => typeof text === "string" && isSafeHtml(text));
    if (name === "cautions") return value.every(({ text }) => typeof text === "string" && isSafeHtml(text));
    return name !== "exceptions" || value.every(isSafePart);
  });
}

/** Whether a text holds no tag or attribute but those that our pages are made of. */
export function isSafeHtml(text) {
  if (!text.includes("<")) return true;
  let isFine = true;
  const rest = text.replace(MARK, (_whole, closing, opening, attributes = "") => {
    isFine &&= TAGS.has((closing ?? opening).toLowerCase()) && areSafe(attributes);
    return "";
  });
  return isFine && !rest.includes("<");
}

function areSafe(attributes) {
  for (const [, name, value = ""] of attributes.matchAll(ATTRIBUTE)) {
    const known = name.toLowerCase();
    if (!ATTRIBUTES.has(known) && !known.startsWith("data-")) return false;
    if ((known === "href" || known === "src" || known === "cite") && !leadsSafely(value)) return false;
    if (known === "style" && !STYLE.test(value)) return false;
  }
  return true;
}

/** Whether an address is a page, a picture, a mail or a telephone. Browsers read others through entities and blanks. */
function leadsSafely(address) {
  if (/[\u0000-\u0020]|&(?!amp;)/.test(address)) return false;
  return !SCHEME.test(address) || SCHEMES.test(address);
}
