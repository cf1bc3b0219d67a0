/**
 * The shape of the database, and how it came to be.
 *
 * A change of what the browser must know (stores, indexes) is a further upgrade at the end; one that is released never
 * changes. Once it has run, pages of older releases can no longer write (they say so), so add one only where it must be.
 * A new kind of event or a new part of a header needs none. Upgrades never rewrite events: old ones are read for ever.
 */

export const DATABASE = "sop";

/** From nothing to the newest. Each is given the database and the transaction of the change. */
export const UPGRADES = [
  function first(database) {
    database.createObjectStore("runs", { keyPath: "id" });
    const events = database.createObjectStore("events", { keyPath: "seq", autoIncrement: true });
    events.createIndex("run", "run");
    events.createIndex("id", ["run", "event.id"], { unique: true });
    database.createObjectStore("files", { keyPath: ["run", "id"] }).createIndex("run", "run");
    database.createObjectStore("snapshots", { keyPath: "run" });
    database.createObjectStore("settings", { keyPath: "key" });
  },
];
