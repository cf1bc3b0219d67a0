/** What looks answers up: in a thread of its own, or in the page where browsers refuse one, as they do to files on a disk. */

import { answerCalls } from "../kit/thread.js";
import { byRequest, byScript, delivery } from "../search/delivery.js";
import { SearchService } from "../search/service.js";

if (globalThis.document) {
  globalThis.sopSearching = (root, language) => new SearchService(delivery(byScript(root)), language);
} else {
  const [root, language] = JSON.parse(globalThis.name);
  answerCalls(globalThis, new SearchService(delivery(byRequest(root)), language));
}
