/** What the index says of itself: which file holds a term or an entry, and to which page an entry belongs. */

import { ascending, decoded } from "./codes.js";

/** How much more a page in the reader's language counts. */
const OWN_LANGUAGE = 1.3;

export class Head {
  /** `data` is what `index.js` hands over; `language` is the one whose pages come first. */
  constructor(data, language) {
    const counts = decoded(data.entries);
    this.firstTerms = data.terms ? data.terms.split(" ") : [];
    this.starts = new Uint32Array(counts.length + 1);
    for (const [page, count] of counts.entries()) this.starts[page + 1] = this.starts[page] + count;
    this.pageCount = counts.length;
    this.entryCount = this.starts[counts.length];
    this.pageOf = new Uint32Array(this.entryCount);
    for (let page = 0; page < counts.length; page += 1) this.pageOf.fill(page, this.starts[page], this.starts[page + 1]);
    this.chunkStarts = ascending(decoded(data.chunks));
    this.wordLengths = new Set(data.words);
    this.forms = data.forms;
    this.names = data.names;
    const own = data.languages.indexOf(language);
    this.weights = Float32Array.from(decoded(data.standings), (standing) => {
      const isOwn = Math.floor(standing / 10) === own;
      return (standing % 10) * (isOwn ? OWN_LANGUAGE : 1);
    });
  }

  /** The names of the files that may hold terms from `first` to `last`. */
  termFiles(first, last = first) {
    const from = Math.max(0, lastUpTo(this.firstTerms, first));
    const to = lastUpTo(this.firstTerms, last);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, more) => `t${from + more}`);
  }

  /** The name of the file that holds an entry. */
  entryFile(entry) {
    return `d${lastUpTo(this.chunkStarts, entry)}`;
  }
}

/** The place of the last of sorted `values` that is not above `value`, -1 where all are. */
function lastUpTo(values, value) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
