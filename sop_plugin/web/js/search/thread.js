/** What looks answers up, in a thread of its own: it is asked like the service itself. */

import { Thread } from "../kit/thread.js";

export class SearchThread extends Thread {
  find(...args) {
    return this.call("find", args);
  }

  facets(...args) {
    return this.call("facets", args);
  }

  entries(...args) {
    return this.call("entries", args);
  }
}
