/** Versions of procedures, compared as `sop_plugin/model/version.py` does. */

/** Whether a version is another one or newer: by its numbers, then a trial version (`2.0-draft`) is the older one. */
export function isAtLeast(version, wanted) {
  if (version === wanted) return true;
  const [one, other] = [rankOf(version), rankOf(wanted)];
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    // A version that ends first is the older one.
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return !isTrial(version) || isTrial(wanted);
}

function rankOf(version) {
  return (version.normalize("NFKC").split("-")[0].match(/\d{1,9}/g) ?? []).map(Number);
}

function isTrial(version) {
  return version.includes("-");
}
