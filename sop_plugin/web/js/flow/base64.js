/** Bytes as text and back (RFC 4648). */

const CHUNK_SIZE = 0x8000;

/** Bytes in base 64. */
export function toBase64(bytes) {
  const parts = [];
  for (let start = 0; start < bytes.length; start += CHUNK_SIZE) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK_SIZE)));
  }
  return btoa(parts.join(""));
}

/** The bytes of a text in base 64. Throws where it is none. */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
