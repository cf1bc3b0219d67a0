/** Files for the reader's own folder. */

/** Offers a text as a file, as if its link had been touched. */
export function saveText(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it a good while later
}

/** A name that every system takes for a file, made of words; never empty. */
export function fileName(words, ending) {
  const plain = words.filter(Boolean).join(" ").replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return `${plain.slice(0, 80) || "run"}.${ending}`;
}
