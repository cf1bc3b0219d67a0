/** Features and style sheets that a page fetches only when somebody uses them. */

import { make } from "./elements.js";

/** The address of the script that this is part of; other features lie beside it. */
export const OWN_ADDRESS = globalThis.document?.currentScript?.src;

const fetched = new Map();

/** Fetches another feature's script, once. The promise fails when it does not arrive; the next call tries again. */
export function load(feature) {
  return once(`${feature}.js`, (src) => make("script", { src }));
}

/** Links a style sheet of `web/css`, once. The promise fails when it does not arrive; the next call tries again. */
export function loadStyle(name) {
  return once(`../../css/${name}.css`, (href) => make("link", { rel: "stylesheet", href }));
}

function once(path, elementFor) {
  if (!fetched.has(path)) {
    const arrival = new Promise((arrived, failed) => {
      const element = elementFor(new URL(path, OWN_ADDRESS));
      element.onload = () => arrived();
      element.onerror = () => {
        fetched.delete(path);
        element.remove();
        failed(new Error(`${path} did not arrive`));
      };
      document.head.append(element);
    });
    fetched.set(path, arrival);
  }
  return fetched.get(path);
}
