/*
 * The large search field of a page opens Material's search, where there is one. Without this it leads to the list of all
 * procedures.
 */
(() => {
  "use strict";

  const field = document.querySelector(".md-search__input");
  if (!field) return;
  const open = (event) => {
    event.preventDefault();
    field.focus();
  };
  for (const link of document.querySelectorAll(".sop-find")) {
    link.setAttribute("role", "button");
    link.addEventListener("click", open);
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") open(event);
    });
  }
})();
