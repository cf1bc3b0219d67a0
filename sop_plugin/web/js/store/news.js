/** What changed on this device, told to all of this site's tabs. Where tabs cannot talk, each knows its own. */

/** The channel of a database. */
export function openNews(name) {
  const watchers = new Set();
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel(`${name}-store`) : null;

  /** To those who watch in this page alone. */
  function tell(news) {
    for (const watcher of [...watchers]) watcher(news);
  }

  if (channel) channel.onmessage = (message) => tell({ ...message.data, here: false });
  return {
    tell,
    send(news) {
      channel?.postMessage(news);
      tell({ ...news, here: true });
    },
    watch(callback) {
      watchers.add(callback);
      return () => watchers.delete(callback);
    },
    close() {
      watchers.clear();
      channel?.close();
    },
  };
}
