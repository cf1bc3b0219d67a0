/*
 * A switch of the language stays at the place of the page: the one in the address, or the step that is being read. The
 * links are plain ones without it, and lead to the top of the same page.
 */
(() => {
  "use strict";

  const links = document.querySelectorAll(".sop-languages a[data-same-page]");
  if (links.length === 0) return;

  /** The step that is read: in the upper third of the screen, or the last at the end of the page; none above the first. */
  const stepInView = () => {
    const end = document.documentElement.scrollHeight - innerHeight;
    const line = scrollY > 0 && scrollY >= end - 1 ? innerHeight : innerHeight / 3;
    let found = "";
    for (const step of document.querySelectorAll("[data-sop-step]")) {
      const { top, bottom } = step.getBoundingClientRect();
      if (top <= line && bottom > 0) found = step.id;
    }
    return found && `#${found}`;
  };

  const follow = () => {
    const place = location.hash || stepInView();
    for (const link of links) link.href = link.href.split("#")[0] + place;
  };

  // The address may change without an event, so it is looked at whenever somebody reaches for a link.
  const list = document.querySelector(".sop-languages");
  for (const reach of ["pointerenter", "pointerdown", "focusin", "click"]) list.addEventListener(reach, follow, true);
})();
