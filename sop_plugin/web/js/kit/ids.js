/** Names for things that nobody names: runs, events, files. */

/** Sixteen random bytes as letters and digits. `crypto.randomUUID` is refused on plain http. */
export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
