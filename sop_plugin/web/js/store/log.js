/** What one transaction does to the log: how runs stand in it, are written, read, taken out and freed of names. */

import { signedItems, withoutNames } from "./names.js";

const ENDING = new Set(["finished", "abandoned", "read"]);

/** What a run is on any device: its header without what this one counts. */
export function identityOf({ id, kind, sop, version, lang, title, label, address }) {
  const plain = { id, kind, sop, version, lang, title, label, address };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => typeof value === "string"));
}

/** The header of a run that begins with an event. */
export function newHeader(run, event) {
  const counts = { touched: 0, ended: null, endedBy: null, first: 0, last: 0, count: 0 };
  return { kind: "run", ...run, started: event.at, ...counts };
}

/** The checklist that a run goes by, undefined where there is no such run. */
export async function snapshotOf(log, runId) {
  return (await log.get("snapshots", runId))?.snapshot;
}

/** What a header tells with one event more, which stands at the place `seq` of the log. */
function headerWith(header, seq, event) {
  const longer = { ...header, first: header.first || seq, last: seq, count: header.count + 1 };
  if (ENDING.has(event.type)) return { ...longer, ended: event.at, endedBy: event.id };
  if (event.type === "taken-back" && event.event === header.endedBy) return { ...longer, ended: null, endedBy: null };
  return longer;
}

/** Writes events behind all others, their files, and what the header tells of them. -> the header as it is then. */
export async function enter(log, header, events, files, touched = Date.now()) {
  let changed = { ...header, touched, unnamed: false };
  for (const event of events) changed = headerWith(changed, await log.add("events", { run: header.id, event }), event);
  for (const { id, blob, name = "" } of files) {
    await log.put("files", { id, run: header.id, name, type: blob.type, blob });
  }
  await log.put("runs", changed);
  return changed;
}

/** Writes what is new of a run; the run begins with it where it is not here. -> the ids of what was new, as `withdraw` takes them */
export async function bringIn(log, { run, snapshot, events, files = [], touched }) {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const header = await log.get("runs", run.id);
  const places = await Promise.all(once.map((event) => log.seqOf(run.id, event.id)));
  const fresh = once.filter((_, number) => !places[number]);
  if (!header && fresh.length) await log.put("snapshots", { run: run.id, snapshot });
  const known = new Set((await log.keysOfRun("files", run.id)).map(String));
  const newFiles = files.filter(({ id }) => !known.has(String([run.id, id])));
  if (fresh.length) await enter(log, header ?? newHeader(identityOf(run), fresh[0]), fresh, newFiles, touched);
  return { events: fresh.map(({ id }) => id), files: fresh.length ? newFiles.map(({ id }) => id) : [] };
}

/** Takes out what was just entered into a run, and the run where it began with that. */
export async function withdraw(log, runId, { events, files }) {
  const header = await log.get("runs", runId);
  for (const id of files) await log.remove("files", [runId, id]);
  for (const id of events) await log.remove("events", await log.seqOf(runId, id));
  const left = await log.ofRun("events", runId);
  if (left.length === 0) return takeOut(log, runId);
  const bare = { ...header, ended: null, endedBy: null, first: 0, last: 0, count: 0 };
  return log.put("runs", left.reduce((told, { seq, event }) => headerWith(told, seq, event), bare));
}

/**
 * Puts back what was lost of a run, where it stood: later entries rest on earlier ones. What is here counts where both have
 * it, and what only is here comes last. -> how many events and files were lost
 */
export async function putBack(log, contents) {
  const here = await contentsOf(log, contents.run.id);
  if (!here) return (await bringIn(log, contents)).events.length;
  const missing = (kind) => {
    const known = new Set(here[kind].map((each) => each.id));
    return contents[kind].filter((each) => !known.has(each.id));
  };
  const files = missing("files");
  const lost = missing("events").length + files.length;
  if (lost === 0) return 0;
  const events = new Map([...contents.events, ...here.events].map((event) => [event.id, event])).values();
  await takeOut(log, here.run.id);
  await bringIn(log, {
    ...here,
    snapshot: here.snapshot ?? contents.snapshot,
    events: [...events],
    files: [...here.files, ...files],
  });
  return lost;
}

/** A run as `bringIn` takes it, undefined where it is not here. */
export async function contentsOf(log, runId) {
  const header = await log.get("runs", runId);
  return (
    header && {
      run: identityOf(header),
      snapshot: await snapshotOf(log, runId),
      events: (await log.ofRun("events", runId)).map((entry) => entry.event),
      files: (await log.ofRun("files", runId)).map(({ id, name, blob }) => ({ id, name, blob })),
      touched: header.touched,
    }
  );
}

/** Takes a run out, with all that belongs to it. */
export async function takeOut(log, runId) {
  for (const each of ["events", "files"]) {
    for (const key of await log.keysOfRun(each, runId)) await log.remove(each, key);
  }
  await log.remove("snapshots", runId);
  await log.remove("runs", runId);
}

/** Takes the names out of runs; how many events changed. */
export async function unname(log, headers) {
  let count = 0;
  for (const header of headers) {
    const signed = signedItems(await snapshotOf(log, header.id));
    for (const entry of await log.ofRun("events", header.id)) {
      const event = withoutNames(entry.event, signed);
      if (event === entry.event) continue;
      await log.put("events", { ...entry, event });
      count += 1;
    }
    await log.put("runs", { ...header, unnamed: true });
  }
  return count;
}
