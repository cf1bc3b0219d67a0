/** How the files of the index arrive, each once. They are scripts, which pages opened from a disk can load. */

import { make } from "../kit/elements.js";

/** A function that promises the value of a file of the index by its name. `deliver(path)` promises that at a path. */
export function delivery(deliver) {
  const promised = new Map();
  let folder = "";

  const arrival = async (name) => {
    if (name !== "index") return deliver(`${folder}${name}.js`);
    const value = await deliver("index.js");
    folder = `${value.folder}/`;
    return value;
  };

  return (name) => {
    if (!promised.has(name)) {
      const value = arrival(name);
      value.catch(() => promised.delete(name)); // to be tried again
      promised.set(name, value);
    }
    return promised.get(name);
  };
}

/** Delivers as scripts of the page. `root` is the address of the index's folder. */
export function byScript(root) {
  const arrived = new Map();
  globalThis.sopSearch = (name, value) => arrived.set(name, value);
  return (path) =>
    new Promise((resolve, reject) => {
      const script = make("script", { src: new URL(path, root).href });
      const name = path.slice(path.lastIndexOf("/") + 1, -".js".length);
      const end = () => {
        script.remove();
        if (arrived.has(name)) resolve(arrived.get(name));
        else reject(new Error(`${path} did not arrive`));
        arrived.delete(name);
      };
      script.onload = end;
      script.onerror = end;
      document.head.append(script);
    });
}

/**
 * Delivers as text, for a thread that has no page. Nothing of it runs: it is read for the value that it hands over. Which
 * index there is, is asked of the server: the folder of an old one may be gone.
 */
export function byRequest(root) {
  return async (path) => {
    const response = await fetch(new URL(path, root), { cache: path === "index.js" ? "no-cache" : "default" });
    if (!response.ok) throw new Error(`${path} did not arrive`);
    const script = await response.text();
    return JSON.parse(script.slice(script.indexOf(",") + 1, script.lastIndexOf(")")));
  };
}
