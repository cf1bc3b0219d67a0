/** Where a run is gone on with: the page named by the run's header, and the run behind the `#`. */

const RUN_MARK = "#run-";

/** The page of a run, null where its header names no page of this site: it may come from another's file. */
export function runPage(header) {
  try {
    const url = new URL(header.address);
    const isOwn = url.protocol === location.protocol && url.host === location.host;
    return isOwn && /^(https?|file):$/.test(url.protocol) ? url.href.split("#")[0] : null;
  } catch {
    return null;
  }
}

/** The address of a run, null where it has no page. */
export function runAddress(header) {
  const page = runPage(header);
  return page && `${page}${RUN_MARK}${header.id}`;
}

/** The run that an address asks for, null for none. */
export function runOf(hash) {
  return hash.startsWith(RUN_MARK) ? decodeURIComponent(hash.slice(RUN_MARK.length)) : null;
}
