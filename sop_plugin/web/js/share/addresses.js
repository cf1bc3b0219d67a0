/** The addresses of a step: where it is published, and where an improvement is suggested. */

/** The published address of a step; null where nobody has said where the site is published. */
export function publishedAt(address, step) {
  return address ? `${address}#${encodeURIComponent(step)}` : null;
}

/** The template of an address with its {fields} filled in, each percent-encoded. */
export function suggestionAt(template, fields) {
  return template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(fields[name] ?? ""));
}
