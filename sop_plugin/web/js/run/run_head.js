/** The head of a run, which stays in sight: its name, how far it is, whether it is saved, and what must be known about it. */

import { progress } from "../flow/ahead.js";
import { make } from "../kit/elements.js";
import { say, tally } from "../kit/words.js";
import { lossWords, storeWords } from "../store/why.js";

export class RunHead {
  /**
   * `undo()` is called when the last entry is to be undone; `retry()` when writing is to be tried again. `clocks` is what
   * stands below, and stays in sight too.
   */
  constructor({ undo, retry, clocks }) {
    this.retry = retry;
    this.name = make("h2", { class: "sop-run__name", tabindex: "-1" });
    this.progress = make("p", { class: "sop-run__progress" });
    this.saved = make("p", { class: "sop-saved", role: "status" });
    this.undo = make("button", { type: "button", class: "sop-button sop-run__undo", onclick: undo }, say("web.run.undo"));
    this.share = make("span", {});
    this.notices = make("div", { class: "sop-run__notices" });
    this.element = make(
      "div",
      { class: "sop-run__bar" },
      make("div", { class: "sop-run__who" }, this.name, this.progress),
      make("div", { class: "sop-run__state" }, this.saved, this.undo),
      clocks,
      make("div", { class: "sop-run__share", "aria-hidden": "true" }, this.share),
    );
  }

  /** Shows how far the run of a session is. */
  show(session) {
    const { state, checklist } = session;
    const { done, ahead, isCertain, share } = progress(state);
    const parts = [
      state.by && say("web.run.done-by", { name: state.by }),
      tally("web.run.progress", done),
      state.status === "running" && ahead > 0 && aheadWords(ahead, isCertain),
    ];
    this.name.textContent = state.label || checklist.title;
    this.progress.textContent = parts.filter(Boolean).join(say("web.run.sep"));
    this.share.style.inlineSize = `${Math.round(share * 100)}%`;
    this.undo.disabled = !session.undoable;
  }

  /** Shows whether all of it is on the disk, and what is odd about the run: `current` is the checklist of the site now. */
  showWriting(session, store, current) {
    const { saving } = session;
    if (this.saved.dataset.saved !== saving) {
      this.saved.dataset.saved = saving;
      this.saved.textContent = savedWords(saving);
    }
    const notices = [...writingNotices(session, store, this.retry), ...versionNotices(session, current)];
    const key = notices.map((each) => each.textContent).join("\n");
    if (key === this.noticed) return;
    this.noticed = key;
    this.notices.replaceChildren(...notices);
  }
}

function aheadWords(count, isCertain) {
  return isCertain ? tally("web.run.to-go", count) : tally("web.run.to-go-least", count);
}

function savedWords(saving) {
  if (saving === "saved") return say("web.run.saved");
  if (saving === "saving") return say("web.run.saving");
  return saving === "failed" ? say("web.run.not-saved") : say("web.run.not-kept");
}

function writingNotices(session, store, retry) {
  const lost = lossWords(store);
  const notices = lost ? [notice(lost, "warning")] : [];
  if (session.why) {
    const again = make("button", { type: "button", class: "sop-button", onclick: retry }, say("web.run.retry"));
    notices.push(notice(storeWords(session.why), "error", again));
  } else if (session.saving === "transient") notices.push(notice(storeWords(store.why), "error"));
  return notices;
}

function versionNotices({ checklist, state }, current) {
  const notices = [];
  if (state.status === "running" && checklist.fingerprint !== current.fingerprint) {
    const versions = { version: checklist.version || "?", current: current.version || "?" };
    notices.push(notice(say("web.run.other-version", versions), "warning"));
  }
  if (checklist.status !== "effective") notices.push(notice(say("web.run.not-in-force"), "warning"));
  return notices;
}

/** A line that must not be overlooked; the kind is "warning" or "error". */
export function notice(words, kind, action) {
  return make("div", { class: `sop-run__notice sop-run__notice--${kind}` }, make("p", {}, words), action);
}
