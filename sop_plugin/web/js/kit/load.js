/** Features that a page fetches only when somebody uses them. */

const OWN_ADDRESS = globalThis.document?.currentScript?.src;

const fetched = new Map();

/** Fetches another feature's script, once. The promise fails when it does not arrive; the next call tries again. */
export function load(feature) {
  if (!fetched.has(feature)) {
    const arrival = new Promise((arrived, failed) => {
      const script = document.createElement("script");
      script.src = new URL(`${feature}.js`, OWN_ADDRESS);
      script.onload = () => arrived();
      script.onerror = () => {
        fetched.delete(feature);
        script.remove();
        failed(new Error(`${feature} did not arrive`));
      };
      document.head.append(script);
    });
    fetched.set(feature, arrival);
  }
  return fetched.get(feature);
}

/** Links a style sheet of `web/css`, once. The promise fails when it does not arrive; the next call tries again. */
export function loadStyle(name) {
  const key = `${name}.css`;
  if (!fetched.has(key)) {
    const arrival = new Promise((arrived, failed) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL(`../../css/${key}`, OWN_ADDRESS);
      link.onload = () => arrived();
      link.onerror = () => {
        fetched.delete(key);
        link.remove();
        failed(new Error(`${key} did not arrive`));
      };
      document.head.append(link);
    });
    fetched.set(key, arrival);
  }
  return fetched.get(key);
}
