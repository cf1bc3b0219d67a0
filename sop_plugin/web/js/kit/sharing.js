/** Handing things on through the device's own menu, where it has one. */

/** Whether files can be handed on. */
export function sharesFiles() {
  return navigator.canShare?.({ files: [textFile("a", "")] }) ?? false;
}

/**
 * Hands a text on as a file; "shared", "left" where the reader changed his mind, or "refused".
 *
 * Its name ends in `.txt`: browsers hand on no file that ends in `.json`.
 */
export async function shareFile(name, text) {
  return share({ files: [textFile(`${name}.txt`, text)] });
}

/** Hands a link on, told the same way. */
export async function shareLink(title, url) {
  return share({ title, url });
}

function textFile(name, text) {
  return new File([text], name, { type: "text/plain" });
}

async function share(what) {
  try {
    await navigator.share(what);
    return "shared";
  } catch (error) {
    return error.name === "AbortError" ? "left" : "refused";
  }
}
