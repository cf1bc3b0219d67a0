/** Times and sizes as the page's language writes them. */

import { language } from "./words.js";

/** A moment of this device: its day and its time. */
export function momentWords(ms) {
  const form = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" });
  return Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? form.format(ms) : "?";
}

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];

/** A number of bytes in the unit that fits. */
export function sizeWords(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const form = { style: "unit", unit: SIZES[step], unitDisplay: "short", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language(), form).format(bytes / 1000 ** step);
}
