/**
 * QR codes after ISO/IEC 18004:2015: text as UTF-8 in byte mode, in the smallest version that holds it.
 *
 * The numbers of clauses below are those of the standard.
 */

export const QUIET_ZONE = 4; // the light border in modules that a reader needs to find the code

const ZERO = "0".charCodeAt(0);

/** For each level of error correction: its two bits (7.9.1), then by version the check codewords of a block (Table 9). */
const LEVELS = {
  L: {
    bits: 1,
    check: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28].concat(
      Array(14).fill(30),
    ),
    blocks: "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
  },
  M: {
    bits: 0,
    check: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26].concat(Array(19).fill(28)),
    blocks: "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49",
  },
  Q: {
    bits: 3,
    check: [
      13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28,
    ].concat(Array(14).fill(30)),
    blocks: "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68",
  },
  H: {
    bits: 2,
    check: [
      17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24,
    ].concat(Array(18).fill(30)),
    blocks: "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81",
  },
};

/** Which modules of the data each mask inverts, by row and column (Table 10). */
const MASKS = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/**
 * The code of a text: `size` modules a side, `rows` of 0 (light) and 1 (dark), without the quiet zone.
 *
 * `level` is how much may be dirty or torn: L 7 %, M 15 %, Q 25 %, H 30 %. Null for a text that no version holds.
 */
export function qrCode(text, level = "M") {
  const bytes = new TextEncoder().encode(text);
  const layout = layoutFor(bytes.length, level);
  if (!layout) return null;
  const words = interleaved(dataWords(bytes, layout), layout);
  const blank = functionPatterns(layout);
  placeData(blank, words);
  let best = null;
  MASKS.forEach((mask, number) => {
    const rows = masked(blank, mask);
    const penalty = penaltyOf(rows);
    if (!best || penalty < best.penalty) best = { penalty, rows, number };
  });
  writeFormat(best.rows, LEVELS[level].bits, best.number);
  writeVersion(best.rows, layout.version);
  return { size: layout.size, rows: best.rows };
}

/** The dark modules as one path for SVG, a closed bar for each run in a row, shifted by the quiet zone. */
export function qrPath(code) {
  let path = "";
  code.rows.forEach((row, y) => {
    for (let x = 0; x < code.size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (x < code.size && row[x]) x += 1;
      path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${x - start}v1h-${x - start}z`;
    }
  });
  return path;
}

// How much fits where

/** The smallest version that holds so many bytes, with its numbers. */
function layoutFor(length, level) {
  for (let version = 1; version <= 40; version += 1) {
    const { check, blocks } = LEVELS[level];
    const total = codewordsOf(version);
    const blockCount = Number(blocks.split(" ")[version - 1]);
    const data = total - check[version - 1] * blockCount;
    const countBits = version < 10 ? 8 : 16;
    if (4 + countBits + 8 * length <= 8 * data) {
      return { version, size: 17 + 4 * version, total, data, blockCount, check: check[version - 1], countBits };
    }
  }
  return null;
}

/** All codewords of a version, checks included (Table 1), from what its function patterns leave of the square. */
function codewordsOf(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const along = Math.floor(version / 7) + 2;
    modules -= (25 * along - 10) * along - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

/** Rows and columns of the centres of alignment patterns (Annex E). */
function alignmentCentres(version, size) {
  if (version === 1) return [];
  const along = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * along - 2)) * 2;
  const centres = Array.from({ length: along - 1 }, (_, index) => size - 7 - index * step);
  return [6, ...centres.reverse()];
}

// Text to codewords

/** Mode, count and bytes, then a terminator and padding (7.4). */
function dataWords(bytes, { data, countBits }) {
  const bits = [0, 1, 0, 0];
  const put = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  put(bytes.length, countBits);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, 8 * data - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const words = [];
  for (let place = 0; place < bits.length; place += 8) {
    words.push(bits.slice(place, place + 8).reduce((word, bit) => 2 * word + bit, 0));
  }
  for (let pad = 0xec; words.length < data; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** Data and check codewords of all blocks in the order in which they are placed (7.6). */
function interleaved(words, { data, blockCount, check }) {
  const short = Math.floor(data / blockCount);
  const shortBlocks = blockCount - (data % blockCount);
  const divisor = generator(check);
  const blocks = [];
  for (let index = 0, place = 0; index < blockCount; index += 1) {
    const length = short + (index < shortBlocks ? 0 : 1);
    const block = words.slice(place, place + length);
    place += length;
    blocks.push({ block, checks: remainder(block, divisor) });
  }
  const result = [];
  for (let index = 0; index <= short; index += 1) {
    for (const { block } of blocks) if (index < block.length) result.push(block[index]);
  }
  for (let index = 0; index < check; index += 1) for (const { checks } of blocks) result.push(checks[index]);
  return result;
}

/** The product of two elements of GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function product(one, other) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >> 7) * 0x11d);
    if ((other >> bit) & 1) result ^= one;
  }
  return result;
}

/** The generator polynomial of so many check codewords (Annex A), without its leading 1. */
function generator(degree) {
  const factors = Array(degree).fill(0);
  factors[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let place = 0; place < degree; place += 1) {
      factors[place] = product(factors[place], root);
      if (place + 1 < degree) factors[place] ^= factors[place + 1];
    }
    root = product(root, 2);
  }
  return factors;
}

/** What is left when the block is divided: its check codewords (7.5.2). */
function remainder(block, divisor) {
  const rest = Array(divisor.length).fill(0);
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    divisor.forEach((part, place) => {
      rest[place] ^= product(part, factor);
    });
  }
  return rest;
}

// Codewords to modules. While they are placed, null is what no function pattern takes.

/** The square with finders, timing and alignment patterns (6.3); what format and version take is still light. */
function functionPatterns({ version, size }) {
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const square = (centreY, centreX, reach, isDark) => {
    for (let y = Math.max(centreY - reach, 0); y <= Math.min(centreY + reach, size - 1); y += 1) {
      for (let x = Math.max(centreX - reach, 0); x <= Math.min(centreX + reach, size - 1); x += 1) {
        rows[y][x] = isDark(Math.max(Math.abs(y - centreY), Math.abs(x - centreX))) ? 1 : 0;
      }
    }
  };
  const centres = alignmentCentres(version, size);
  for (let place = 0; place < size; place += 1) rows[6][place] = rows[place][6] = (place + 1) % 2;
  for (const y of centres) {
    for (const x of centres) {
      if (!isCorner(y, x, size)) square(y, x, 2, (ring) => ring !== 1);
    }
  }
  for (const [y, x] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ]) {
    square(y, x, 4, (ring) => ring !== 2 && ring !== 4);
  }
  for (const [y, x] of formatPlaces(size).flat()) rows[y][x] = 0;
  rows[size - 8][8] = 0;
  if (version >= 7) for (const [y, x] of versionPlaces(size).flat()) rows[y][x] = 0;
  return rows;
}

/** Whether an alignment pattern there would lie on a finder. */
function isCorner(y, x, size) {
  const far = size - 7;
  return (y === 6 && x === 6) || (y === 6 && x === far) || (y === far && x === 6);
}

/** Puts the bits in, in columns of two from the right, up and down in turn (7.7.3). What is left over is light. */
function placeData(rows, words) {
  const size = rows.length;
  let bit = 0;
  rows.free = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const isUpwards = ((right + 1) & 2) === 0;
        const y = isUpwards ? size - 1 - step : step;
        if (rows[y][x] !== null) continue;
        rows[y][x] = bit < 8 * words.length ? (words[bit >> 3] >> (7 - (bit & 7))) & 1 : 0;
        rows.free.push([y, x]);
        bit += 1;
      }
    }
  }
}

/** A copy with a mask over its data. */
function masked(blank, mask) {
  const rows = blank.map((row) => [...row]);
  for (const [y, x] of blank.free) if (mask(y, x)) rows[y][x] ^= 1;
  return rows;
}

/** Where the fifteen bits of the format stand, twice, from the highest bit (Figure 25). */
function formatPlaces(size) {
  const beside = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => [8, x]).concat([7, 5, 4, 3, 2, 1, 0].map((y) => [y, 8]));
  const apart = Array.from({ length: 7 }, (_, index) => [size - 1 - index, 8]).concat(
    Array.from({ length: 8 }, (_, index) => [8, size - 8 + index]),
  );
  return [beside, apart];
}

/** Where the eighteen bits of the version stand, twice, from the highest bit (7.10). */
function versionPlaces(size) {
  const above = Array.from({ length: 18 }, (_, index) => [5 - Math.floor(index / 3), size - 9 - (index % 3)]);
  return [above, above.map(([y, x]) => [x, y])];
}

/** Level and mask, with ten check bits (7.9.1). */
function writeFormat(rows, levelBits, mask) {
  const bits = withChecks((levelBits << 3) | mask, 10, 0b10100110111) ^ 0b101010000010010;
  write(rows, formatPlaces(rows.length), bits, 15);
  rows[rows.length - 8][8] = 1;
}

/** The version, with twelve check bits (7.10). */
function writeVersion(rows, version) {
  if (version >= 7) write(rows, versionPlaces(rows.length), withChecks(version, 12, 0b1111100100101), 18);
}

function withChecks(value, length, divisor) {
  let rest = value;
  for (let step = 0; step < length; step += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * divisor);
  return (value << length) | rest;
}

function write(rows, places, bits, length) {
  for (const copy of places) {
    copy.forEach(([y, x], index) => {
      rows[y][x] = (bits >> (length - 1 - index)) & 1;
    });
  }
}

// Which mask disturbs a reader least

/** The penalty of a masked square (7.8.3.1): runs, blocks, what looks like a finder, too much of one colour. */
function penaltyOf(rows) {
  const size = rows.length;
  let penalty = 0;
  let dark = 0;
  for (let place = 0; place < size; place += 1) {
    penalty += lineOf(rows[place]) + lineOf(rows.map((row) => row[place]));
    for (let x = 0; x < size; x += 1) {
      const colour = rows[place][x];
      dark += colour;
      if (place && x && colour === rows[place][x - 1]) {
        if (colour === rows[place - 1][x] && colour === rows[place - 1][x - 1]) penalty += 3;
      }
    }
  }
  return penalty + 10 * Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5);
}

/** What one row or column adds: runs of five or more, and the pattern of a finder with light beside it. */
function lineOf(line) {
  let penalty = 0;
  for (let start = 0; start < line.length; ) {
    let end = start;
    while (end < line.length && line[end] === line[start]) end += 1;
    if (end - start >= 5) penalty += end - start - 2;
    start = end;
  }
  const text = String.fromCharCode(...line.map((module) => ZERO + module));
  for (let found = text.indexOf("1011101"); found >= 0; ) {
    const isFinder = !text.slice(Math.max(found - 4, 0), found).includes("1") || !text.slice(found + 7, found + 11).includes("1");
    if (isFinder) penalty += 40;
    found = text.indexOf("1011101", found + (isFinder ? 7 : 4));
  }
  return penalty;
}
