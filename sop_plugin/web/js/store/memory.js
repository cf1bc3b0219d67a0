/** The log in this page's memory, where the browser keeps nothing. It ends with the page. */

const KEYS = { runs: ["id"], snapshots: ["run"], events: ["seq"], files: ["run", "id"], settings: ["key"] };
/** The parts of each store's key. */

/** The same as `indexed`, one transaction behind the other, each whole or not at all. */
export function memory() {
  let stores = Object.fromEntries(Object.keys(KEYS).map((name) => [name, new Map()]));
  let seq = 0;
  let queue = Promise.resolve();

  function transact(work) {
    const done = queue.then(async () => {
      const draft = Object.fromEntries(Object.entries(stores).map(([name, held]) => [name, new Map(held)]));
      const result = await work(logOf(draft, () => ++seq));
      stores = draft;
      return result;
    });
    queue = done.catch(() => {});
    return done;
  }

  return { read: transact, write: transact, close() {} };
}

/** Values are copied on their way in and out, as a database does. */
function logOf(stores, nextSeq) {
  const copied = (value) => structuredClone(value);
  const keyOf = (name, value) => String(KEYS[name].map((part) => value[part]));
  const keep = (name, value) => void stores[name].set(keyOf(name, value), copied(value));
  const ofRun = (name, run) => [...stores[name].values()].filter((value) => value.run === run);
  return {
    get: async (name, key) => copied(stores[name].get(String(key))),
    all: async (name) => copied([...stores[name].values()]),
    ofRun: async (name, run) => copied(ofRun(name, run)),
    keysOfRun: async (name, run) => ofRun(name, run).map((value) => keyOf(name, value)),
    seqOf: async (run, event) => ofRun("events", run).find((entry) => entry.event.id === event)?.seq,
    add: async (name, value) => {
      const seq = nextSeq();
      keep(name, { ...value, seq });
      return seq;
    },
    put: async (name, value) => keep(name, value),
    remove: async (name, key) => void stores[name].delete(String(key)),
    clear: async (name) => stores[name].clear(),
  };
}
