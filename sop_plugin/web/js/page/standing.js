/** The line that says whether this version holds: which of them is true depends on the day. */

import { isWithin, today } from "../kit/days.js";

export class Standing extends HTMLElement {
  connectedCallback() {
    this.show(today());
  }

  /** Shows the last of the lines that are true on a day. Those above it keep their room. */
  show(day) {
    const notices = [...this.children];
    const shown = notices.findLast(({ dataset }) => isWithin(day, dataset.begin, dataset.end));
    for (const notice of notices) notice.toggleAttribute("data-shown", notice === shown);
    this.toggleAttribute("data-shown", true);
  }
}
