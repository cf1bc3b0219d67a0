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
