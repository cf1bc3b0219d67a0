/**
 * SHA-256 (FIPS 180-4). The browser's own, where there is one: on plain http, as in a shop's own network, there is none.
 */

/** The digest of bytes, in hexadecimal digits. */
export async function sha256(bytes) {
  const own = globalThis.crypto?.subtle;
  return hexadecimal(own ? new Uint8Array(await own.digest("SHA-256", bytes)) : sha256Here(bytes));
}

/** The same, worked out here: the digest as bytes. */
export function sha256Here(bytes) {
  const state = Uint32Array.from(FIRST_WORDS);
  const schedule = new Uint32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  const full = new DataView(bytes.buffer, bytes.byteOffset, whole);
  for (let offset = 0; offset < whole; offset += 64) compress(state, schedule, full, offset);
  const rest = padded(bytes.subarray(whole), bytes.length);
  for (let offset = 0; offset < rest.byteLength; offset += 64) compress(state, schedule, rest, offset);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => digest.setUint32(place * 4, word));
  return new Uint8Array(digest.buffer);
}

/** Bytes as hexadecimal digits. */
export function hexadecimal(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The last bytes with a one bit, zeros and the length in bits behind them. */
function padded(rest, length) {
  const size = rest.length < 56 ? 64 : 128;
  const block = new Uint8Array(size);
  block.set(rest);
  block[rest.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(size - 8, Math.floor(length / 0x20000000));
  view.setUint32(size - 4, (length << 3) >>> 0);
  return view;
}

function compress(state, schedule, view, offset) {
  for (let t = 0; t < 16; t += 1) schedule[t] = view.getUint32(offset + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const one = schedule[t - 15];
    const two = schedule[t - 2];
    const low = rotated(one, 7) ^ rotated(one, 18) ^ (one >>> 3);
    const high = rotated(two, 17) ^ rotated(two, 19) ^ (two >>> 10);
    schedule[t] = schedule[t - 16] + low + schedule[t - 7] + high;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + ROUND_WORDS[t] + schedule[t]) | 0;
    const sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => (state[place] += word));
}

function rotated(word, by) {
  return (word >>> by) | (word << (32 - by));
}

const PRIMES = firstPrimes(64);
const ROUND_WORDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const FIRST_WORDS = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** The first 32 bits behind the point, of which the standard makes its constants. */
function fraction(root) {
  return ((root - Math.floor(root)) * 0x100000000) >>> 0;
}

function firstPrimes(count) {
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}
