/** Days as pages write them: `2026-03-01`. Such texts are compared like words. */

/** The day it is on this device. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Where a review stands on a day: `overdue` behind its day, `soon` once it is announced, else `later`. */
export function reviewState(announced, due, day) {
  if (day > due) return "overdue";
  return day >= announced ? "soon" : "later";
}

/** Whether a day lies on or behind `begin` and before `end`; either may be missing. */
export function isWithin(day, begin, end) {
  return (!begin || day >= begin) && (!end || day < end);
}
