/** What can be assigned on this site, as its pages embed it (`sop_plugin/views/assigning/assignable.py`). */

/** The entries, `{kind: "read" or "quiz", id, title, version, url, ...}`, found by all ids that they have or had. */
export class Assignable {
  constructor(entries) {
    this.entries = entries;
    this.byName = new Map();
    for (const entry of entries) for (const old of entry.was ?? []) this.byName.set(entryName(entry.kind, old), entry);
    for (const entry of entries) this.byName.set(entryName(entry.kind, entry.id), entry);
  }

  static ofPage() {
    return new Assignable(JSON.parse(document.getElementById("sop-assignable").textContent));
  }

  /** The entry, null where it is no more. */
  find(kind, id) {
    return this.byName.get(entryName(kind, id)) ?? null;
  }

  /** What a task is called; where it is no more, its id. */
  titleOf({ kind, id }) {
    return this.find(kind, id)?.title ?? id;
  }

  /** The present id, null where it is no more. */
  presentId = (kind, id) => this.find(kind, id)?.id ?? null;
}

function entryName(kind, id) {
  return `${kind} ${id}`;
}
