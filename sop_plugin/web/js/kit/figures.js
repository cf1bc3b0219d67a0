/** Times and sizes as the page's language writes them. */

import { language } from "./words.js";

const forms = new Map();

/** A form of days and times in the page's language; making one takes long, so each is made once. */
function formOf(options) {
  const key = JSON.stringify(options);
  if (!forms.has(key)) forms.set(key, new Intl.DateTimeFormat(language(), options));
  return forms.get(key);
}

/** A moment of this device: its day and its time. */
export function momentWords(ms) {
  const form = formOf({ dateStyle: "medium", timeStyle: "short" });
  return Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? form.format(ms) : "?";
}

/** A day as pages write it, `2026-03-01`, with its weekday. */
export function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return formOf({ year: "numeric", month: "short", day: "numeric", weekday: "short" }).format(new Date(year, month - 1, date));
}

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];

/** A number of bytes in the unit that fits. */
export function sizeWords(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  const form = { style: "unit", unit: SIZES[step], unitDisplay: "short", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language(), form).format(bytes / 1000 ** step);
}

/** The time of day of a moment of this device, with its day if that is another than today. */
export function timeWords(ms, now = Date.now()) {
  const isToday = new Date(ms).toDateString() === new Date(now).toDateString();
  return isToday ? formOf({ timeStyle: "short" }).format(ms) : momentWords(ms);
}

/** A length of time as a clock shows it: `4:05`, `1:04:05`. */
export function clockWords(ms) {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A length of time that is left: a second that has begun counts, so that a minute begins with 1:00 and ends with 0:00. */
export function countdownWords(ms) {
  return clockWords(Math.ceil(ms / 1000) * 1000);
}
