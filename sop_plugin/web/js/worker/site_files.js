/**
 * The files of the site: which are wanted on this device, and what each is called. No browser is needed here.
 *
 * The list is made with the site (sop_plugin/adapter/kept_files.py):
 *
 *     { format: 1, directories, start, files: [[path, digest, bytes], ...], core: [number, ...],
 *       roles: [{ id, title, files: [number, ...] }, ...] }
 *
 * Paths are relative to the site; numbers are places in `files`. `core` is what every page needs and the pages that are
 * everybody's. `directories` tells whether a page is asked for by its folder: `start/` for `start/index.html`.
 */

export const LIST = "sop-files.json";

/** Bytes up to which a device that nobody has asked keeps the whole site: about 10 MB over the network. */
export const MODEST = 50_000_000;

/** The path of the file that an address shows, null for one that is not of the site. `scope` is the site's own address. */
export function pathIn(address, scope) {
  const url = new URL(address);
  const site = new URL(scope);
  if (url.origin !== site.origin || !url.pathname.startsWith(site.pathname)) return null;
  try {
    const path = decodeURIComponent(url.pathname.slice(site.pathname.length));
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  } catch {
    return null;
  }
}

/** The address under which the site's server gives a file. */
export function addressOf(path, { directories }, scope) {
  const shown = directories ? path.replace(/(^|\/)index\.html$/, "$1") : path;
  return new URL(shown.split("/").map(encodeURIComponent).join("/"), scope).href;
}

/** What the device keeps: what was chosen on it, else the whole site where that is modest, else the core. */
export function choiceFor(list, chosen) {
  return chosen ?? { all: bytesOf(list.files) <= MODEST, roles: [] };
}

/** The files that a choice wants, in the order of the list. */
export function wantedFiles(list, { all, roles }) {
  if (all) return list.files;
  const numbers = new Set(list.core);
  for (const role of list.roles) if (roles.includes(role.id)) for (const number of role.files) numbers.add(number);
  return [...numbers].sort((one, other) => one - other).map((number) => list.files[number]);
}

/** Under what name a file is kept: two versions of the site share what is the same in both. */
export function nameOf([path, digest]) {
  return digest + (/\.\w+$/.exec(path)?.[0] ?? "");
}

/** Those whose names are not among the kept ones, each content once. */
export function missingFiles(files, names) {
  const missing = new Map();
  for (const file of files) if (!names.has(nameOf(file))) missing.set(nameOf(file), file);
  return [...missing.values()];
}

export function bytesOf(files) {
  return files.reduce((sum, file) => sum + file[2], 0);
}

/** The part of a file that a player asks for, `{ start, end }` with both ends in it; null where all of it is meant. */
export function partAsked(header, size) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!asked || (!asked[1] && !asked[2])) return null;
  const start = asked[1] ? Number(asked[1]) : Math.max(0, size - Number(asked[2]));
  const end = asked[1] && asked[2] ? Math.min(Number(asked[2]), size - 1) : size - 1;
  return start <= end ? { start, end } : null;
}
