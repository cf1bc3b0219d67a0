/*
 * Marks in each table of contents how far the reader has come, in the place of Material's script. That one measures where
 * every heading stands whenever the page changes its height, and a page whose far parts are laid out only when they come
 * near changes it all the time. Here nothing is known beforehand: the last heading that was passed is looked for among
 * them, in as many steps as their number has binary digits, and only while the table is in sight.
 */
(() => {
  "use strict";

  const SPACE = 32; // pixels between the header and a heading that a link has led to
  const header = document.querySelector(".md-header");

  /** Where a heading stands in the window; one that is not shown, where that stands in which it is. */
  const topOf = (heading) => {
    let shown = heading;
    while (shown.getClientRects().length === 0 && shown.parentElement) shown = shown.parentElement;
    return shown.getBoundingClientRect().top;
  };

  /** How many of the headings, as they follow each other, the reader has passed. */
  const passed = (headings) => {
    const { scrollHeight } = document.documentElement;
    if (scrollY > 0 && Math.ceil(scrollY + innerHeight) >= scrollHeight) return headings.length;
    const line = header.getBoundingClientRect().bottom + SPACE;
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(headings[middle]) <= line) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Brings a link of a long table into the middle of what it is scrolled in. */
  const show = (link) => {
    let box = link.parentElement;
    while (box && box.scrollHeight <= box.clientHeight) box = box.parentElement;
    if (!box || box.contains(header)) return;
    const { top } = box.getBoundingClientRect();
    box.scrollTop += link.getBoundingClientRect().top - top - box.clientHeight / 2;
  };

  const follow = (table) => {
    const pairs = [...table.querySelectorAll("a.md-nav__link")]
      .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
      .filter(([, heading]) => heading);
    const links = pairs.map(([link]) => link);
    const headings = pairs.map(([, heading]) => heading);
    let count = 0;
    let isInSight = false;
    let isAwaited = false;

    const mark = () => {
      isAwaited = false;
      const now = passed(headings);
      if (now === count) return;
      links[count - 1]?.classList.remove("md-nav__link--active");
      for (let at = Math.min(now, count); at < Math.max(now, count); at += 1)
        links[at].classList.toggle("md-nav__link--passed", at < now);
      links[now - 1]?.classList.add("md-nav__link--active");
      count = now;
      if (now > 0 && table.dataset.sopToc === "follow") show(links[now - 1]);
    };

    const markSoon = () => {
      if (!isInSight || isAwaited) return;
      isAwaited = true;
      requestAnimationFrame(mark);
    };

    new IntersectionObserver((entries) => {
      isInSight = entries.at(-1).isIntersecting;
      markSoon();
    }).observe(table);
    new ResizeObserver(markSoon).observe(document.body); // headings move when what stands before them is laid out
    addEventListener("scroll", markSoon, { passive: true });
    addEventListener("resize", markSoon);
  };

  document.querySelectorAll("[data-sop-toc]").forEach(follow);
})();
