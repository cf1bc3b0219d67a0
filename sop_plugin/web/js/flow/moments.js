/** What clocks count from and to: steps that begin and are done, ends that are reached, and events. */

/** Keeps that something happened now at a node; `what` is "start", "done" or "event". */
export function keepMoment(draft, node, what) {
  draft.moments.push({ node, what, at: draft.now });
}

/** Lets events happen, given by their nodes: work may begin upon them, and clocks count from them. */
export function raise(draft, events) {
  for (const event of events ?? []) {
    draft.raised.set(event, (draft.raised.get(event) ?? 0) + 1);
    keepMoment(draft, event, "event");
  }
}
