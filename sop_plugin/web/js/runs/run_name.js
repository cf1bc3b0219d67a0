/** What a run is called: its procedure, and the label that somebody gave it. */
export function runName(header) {
  return [header.title || header.sop || header.id, header.label].filter(Boolean).join(" · ");
}
