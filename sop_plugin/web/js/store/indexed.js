/** The log in the browser's database. A write is fulfilled when its transaction is on the disk. */

import { Refusal } from "./why.js";

const STORES = ["runs", "snapshots", "events", "files", "settings"];

const SILENCE = 30_000;
/** Milliseconds until a browser that does not answer counts as one without a database: some never do. */

const PATIENCE = 3_000;
/** Milliseconds that a tab with an older release has to let go. */

/** Opens the database, or fails. `onClosed` is told why it can be used no longer. */
export async function indexed(name, upgrades, onClosed) {
  let database = await open();
  let closed = null;

  function open() {
    return opened(name, upgrades).then((fresh) => {
      fresh.onversionchange = (event) => {
        fresh.close();
        database = null;
        if (event.newVersion !== null) shut("updated");
      };
      fresh.onclose = () => {
        database = null; // the browser took it away: a phone that slept, site data deleted
      };
      return fresh;
    });
  }

  function shut(why) {
    closed = why;
    onClosed(why);
  }

  /** One transaction; a second try where the connection had been lost before it began. */
  async function transact(mode, work) {
    if (closed) throw new Refusal(closed);
    database ??= await open();
    let transaction;
    try {
      transaction = database.transaction(STORES, mode, { durability: "strict" });
    } catch (error) {
      if (error.name !== "InvalidStateError") throw error;
      database = await open();
      transaction = database.transaction(STORES, mode, { durability: "strict" });
    }
    return carriedOut(transaction, work);
  }

  return {
    read: (work) => transact("readonly", work),
    write: (work) => transact("readwrite", work),
    close() {
      closed = "failed";
      database?.close();
    },
  };
}

function opened(name, upgrades) {
  return new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) throw new Refusal("absent");
    const request = indexedDB.open(name, upgrades.length); // throws where it is forbidden
    let hasGivenUp = false;
    const giveUp = (why) => {
      hasGivenUp = true;
      reject(new Refusal(why));
    };
    let timer = setTimeout(giveUp, SILENCE, "failed");
    request.onblocked = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE, "blocked");
    };
    request.onupgradeneeded = (event) => {
      for (const upgrade of upgrades.slice(event.oldVersion)) upgrade(request.result, request.transaction);
    };
    request.onerror = () => {
      clearTimeout(timer);
      const isRefused = request.error.name === "InvalidStateError"; // private windows of older browsers
      reject(isRefused ? new Refusal("refused") : request.error);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      if (hasGivenUp) request.result.close();
      else resolve(request.result);
    };
  });
}

/** What `work` gives, once all it wrote is on the disk. Where it fails, nothing is. */
async function carriedOut(transaction, work) {
  const end = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Refusal("failed"));
  });
  try {
    const result = await work(logOver(transaction));
    await end;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // it has ended already
    }
    await end.catch(() => {}); // nobody shall find half of it
    throw transaction.error ?? error;
  }
}

/** The few things that the store asks of a database. */
function logOver(transaction) {
  const store = (name) => transaction.objectStore(name);
  return {
    get: (name, key) => answer(store(name).get(key)),
    all: (name) => answer(store(name).getAll()),
    ofRun: (name, run) => answer(store(name).index("run").getAll(run)),
    keysOfRun: (name, run) => answer(store(name).index("run").getAllKeys(run)),
    seqOf: (run, event) => answer(store("events").index("id").getKey([run, event])),
    add: (name, value) => answer(store(name).add(value)),
    put: (name, value) => answer(store(name).put(value)),
    remove: (name, key) => answer(store(name).delete(key)),
    clear: (name) => answer(store(name).clear()),
  };
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
