/** A plain page over the store: carries out actions and tells the server of each that the store acknowledged. */

import { openStore } from "../store/store.js";

const opening = openStore();

/** What the browser lost since the last time, for the one who compares. */
opening.then(({ restored, isLost }) => {
  if (restored || isLost) fetch("/lost", { method: "POST", body: isLost ? "both" : "database" });
});

const SIZE = 40_000;
/** Bytes of a photo, and of an event that is heavy. */

async function carryOut(store, { kind, run, number, id, photo, heavy }) {
  const padding = heavy ? "x".repeat(SIZE) : "";
  const event = { id, at: Date.now() - (number % 7) * 60_000, by: "", type: "set", number, photo, padding };
  const files = photo ? [{ id: `photo-${id}`, blob: new Blob([`${number}`.padEnd(SIZE, ".")]), name: "photo.jpg" }] : [];
  if (kind === "create") return store.create({ id: run, sop: "cafe.order" }, { nodes: [] }, event, files);
  if (kind === "erase") return store.erase(run);
  return store.append(run, event, files);
}

/** All at once, or one behind the other; fulfilled with the results when all have ended. */
globalThis.perform = async (actions, isAtOnce) => {
  const store = await opening;
  if (!store.durable) throw new Error(store.why);
  const results = [];
  const one = async (action) => {
    const result = await carryOut(store, action);
    results.push(result);
    if (result.ok) await fetch("/saved", { method: "POST", body: action.key });
  };
  if (isAtOnce) await Promise.all(actions.map(one));
  else for (const action of actions) await one(action);
  return results;
};

/** All that is kept, for the one who compares. */
globalThis.everything = async () => {
  const store = await opening;
  if (!store.durable) throw new Error(store.why);
  const found = [];
  for (const header of await store.runs()) {
    const files = await store.files(header.id);
    const photos = await Promise.all(files.map(async (file) => [file.id, (await file.blob.text()).length]));
    const events = (await store.events(header.id)).map(({ id, number, photo }) => ({ id, number, photo }));
    const { snapshot } = await store.run(header.id);
    found.push({ id: header.id, count: header.count, isWhole: Array.isArray(snapshot?.nodes), events, photos });
  }
  return found;
};
