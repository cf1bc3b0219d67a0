/** Elements of our own, and the making of any. */

/** Gives a tag its class; a page may hold two scripts that both know it. */
export function define(tag, kind) {
  if (!customElements.get(tag)) customElements.define(tag, kind);
}

/**
 * An element with its attributes and children; text is always text.
 *
 * `attributes` of the form `onclick` are listeners, `true` is an attribute without a value, and null, undefined and
 * false leave one out.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element that holds HTML of the site's own making, or of a file that was found harmless (flow/safe_html.js). */
export function fromHtml(tag, attributes, html) {
  const element = make(tag, attributes);
  element.innerHTML = html;
  return element;
}

/** Puts text into an element where it is another: what stands still is not read out again. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
