/** What can be done with a whole run: who does it, handing it over, its files, its end before its time. */

import { asked } from "../kit/asking.js";
import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { areSignalsOn, switchSignals } from "./signals.js";

export class RunMenu {
  /** `act(type, more)` lets something happen and tells whether it did; `tell(words)`; `json()`, `csv()` and `print()`. */
  constructor(desk) {
    this.desk = desk;
    this.sound = action("", () => this.switchSound());
    this.whileRunning = [
      action(say("web.run.who"), () => this.nameWho()),
      action(say("web.run.hand-over"), () => this.handOver()),
      this.sound,
      action(say("web.run.abandon"), () => this.abandon(), "sop-button--danger"),
    ];
    this.evictable = make("p", { class: "sop-run__evictable", hidden: true }, say("web.run.evictable"));
    this.element = make(
      "section",
      { class: "sop-run__menu", "aria-labelledby": "run.menu" },
      make("h3", { id: "run.menu" }, say("web.run.menu")),
      make(
        "div",
        { class: "sop-actions" },
        this.whileRunning,
        action(say("web.run.export"), () => desk.json()),
        action(say("web.run.csv"), () => desk.csv()),
        action(say("web.run.print"), () => desk.print()),
        make("a", { class: "sop-button", href: "#" }, say("web.run.all-runs")),
      ),
      this.evictable,
      make("p", { class: "sop-quiet" }, say("web.run.export-about")),
    );
  }

  /** Shows what can be done with the run as it stands. */
  show(state, isEvictable) {
    this.by = state.by;
    this.evictable.hidden = !isEvictable;
    this.sound.textContent = areSignalsOn() ? say("web.run.sound-off") : say("web.run.sound-on");
    for (const each of this.whileRunning) each.hidden = state.status !== "running";
  }

  switchSound() {
    switchSignals(!areSignalsOn());
    this.sound.textContent = areSignalsOn() ? say("web.run.sound-off") : say("web.run.sound-on");
  }

  async nameWho() {
    const answer = await asked({ title: say("web.run.who"), label: say("web.run.name"), action: say("web.run.who-do"), value: this.by });
    if (answer) this.desk.act("who", { name: answer.text });
  }

  async handOver() {
    const answer = await asked({
      title: say("web.run.hand-over-title"),
      text: say("web.run.hand-over-text"),
      label: say("web.run.hand-over-name"),
      action: say("web.run.hand-over"),
      required: true,
    });
    if (answer?.text && this.desk.act("handed-over", { name: answer.text })) {
      this.desk.tell(say("web.run.handed-over", { name: answer.text }));
    }
  }

  async abandon() {
    const answer = await asked({
      title: say("web.run.abandon-title"),
      text: say("web.run.abandon-text"),
      label: say("web.run.reason"),
      action: say("web.run.abandon"),
      required: true,
    });
    if (answer?.text) this.desk.act("abandoned", { reason: answer.text });
  }
}

function action(words, onclick, kind = "") {
  return make("button", { type: "button", class: `sop-button ${kind}`.trim(), onclick }, words);
}
