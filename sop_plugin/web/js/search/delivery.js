/** The files of the index, which arrive as scripts: pages opened from a disk can ask for nothing else. */

import { make } from "../kit/elements.js";

/** A function that promises the value of a file by its name. `root` is the address of the index's folder. */
export function delivery(root) {
  const arrived = new Map();
  const promised = new Map();
  let folder = "";
  globalThis.sopSearch = (name, value) => {
    if (name === "index") folder = `${value.folder}/`;
    arrived.set(name, value);
  };

  const deliver = (name) =>
    new Promise((resolve, reject) => {
      const script = make("script", { src: new URL(name === "index" ? "index.js" : `${folder}${name}.js`, root).href });
      const end = () => {
        script.remove();
        if (arrived.has(name)) resolve(arrived.get(name));
        else {
          promised.delete(name); // to be tried again
          reject(new Error(`${name} did not arrive`));
        }
      };
      script.onload = end;
      script.onerror = end;
      document.head.append(script);
    });

  return (name) => {
    if (!promised.has(name)) promised.set(name, deliver(name));
    return promised.get(name);
  };
}
