/*
 * The keys that one expects of Material's menus, which are check boxes with labels: buttons open and close the drawer,
 * so does Escape, and while it is open nothing behind it is reached. Enter toggles a list like the space bar. The skip
 * link moves the focus without an address of its own, since some pages show what their address asks for.
 */
(() => {
  "use strict";

  const drawer = document.getElementById("__drawer");
  const sidebar = document.querySelector(".md-sidebar--primary");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const narrow = matchMedia("(max-width: 76.234375em)"); // as the theme has it

  if (drawer && sidebar && label) {
    const opens = label.previousElementSibling;
    const closes = sidebar.querySelector(".sop-close");

    /** Everything beside the way from the body to the drawer, but for what closes it. */
    const behind = () => {
      const found = [];
      for (let at = sidebar; at !== document.body; at = at.parentElement)
        for (const other of at.parentElement.children)
          if (other !== at && !other.matches(".md-overlay, .md-toggle")) found.push(other);
      return found;
    };

    const arrange = () => {
      const isOpen = drawer.checked && narrow.matches;
      for (const other of behind()) other.inert = isOpen;
      opens.setAttribute("aria-expanded", String(isOpen));
    };

    const toggle = (next) => {
      drawer.click();
      next.focus({ preventScroll: true });
    };

    opens.append(...label.querySelectorAll("svg"));
    opens.hidden = closes.hidden = false;
    label.hidden = true;
    opens.addEventListener("click", () => toggle(closes));
    closes.addEventListener("click", () => toggle(opens));
    drawer.addEventListener("change", arrange);
    narrow.addEventListener("change", arrange);
    arrange(); // a page that is come back to may have its drawer open
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) toggle(opens);
    });
  }

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.key !== "Enter" || !(at instanceof HTMLInputElement) || !at.classList.contains("md-toggle")) return;
    event.preventDefault();
    at.click();
  });

  document.querySelector(".md-skip")?.addEventListener("click", (event) => {
    const content = document.getElementById(event.target.hash.slice(1));
    if (!content) return;
    event.preventDefault();
    content.focus();
  });
})();
