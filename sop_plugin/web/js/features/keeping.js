/** What of the site is kept on this device for want of a network, and how much of it: chosen here, told here. */

import { make } from "../kit/elements.js";
import { sizeWords } from "../kit/figures.js";
import { loadStyle, OWN_ADDRESS } from "../kit/load.js";
import { say, tally } from "../kit/words.js";

const root = new URL("../../../../", OWN_ADDRESS).href;

class Keeping {
  constructor() {
    this.said = make("p", { class: "sop-keeping__said", role: "status" });
    this.form = make("form", { class: "sop-keeping__form", hidden: true, onchange: () => this.choose() });
    this.element = make(
      "section",
      { class: "sop-keeping", "aria-labelledby": "sop.keeping" },
      make("h2", { id: "sop.keeping" }, say("web.keeping.title")),
      this.said,
      this.form,
    );
  }

  async follow(workers) {
    workers.addEventListener("message", ({ data }) => data?.type === "kept" && data.scope === root && this.show(data));
    const { active } = await workers.ready;
    this.worker = active;
    active.postMessage({ type: "tell" });
  }

  show(news) {
    if (this.form.hidden) this.draw(news);
    this.said.textContent = standingWords(news);
    this.said.classList.toggle("sop-keeping__said--bad", news.trouble !== null);
  }

  /** Draws the choices once: what is under a finger must not move while files come in. */
  draw({ choice, bytes, roles }) {
    const kind = choice.all ? "all" : choice.roles.length ? "roles" : "core";
    const radio = (value, words) =>
      make(
        "label",
        { class: "sop-keeping__choice" },
        make("input", { type: "radio", name: "what", value, checked: value === kind }),
        make("span", {}, words),
      );
    const boxes = roles.map(({ id, title }) =>
      make(
        "label",
        { class: "sop-keeping__choice" },
        make("input", { type: "checkbox", name: "role", value: id, checked: choice.roles.includes(id) }),
        make("span", {}, title),
      ),
    );
    this.roles = make("fieldset", { class: "sop-keeping__roles", hidden: kind !== "roles" }, make("legend", {}, say("web.keeping.which")), boxes);
    this.form.replaceChildren(
      make(
        "fieldset",
        {},
        make("legend", {}, say("web.keeping.what")),
        radio("all", say("web.keeping.all", { size: sizeWords(bytes.all) })),
        boxes.length > 0 && radio("roles", say("web.keeping.roles")),
        radio("core", say("web.keeping.core", { size: sizeWords(bytes.core) })),
      ),
      this.roles,
    );
    this.form.hidden = false;
  }

  choose() {
    const chosen = new FormData(this.form);
    const kind = chosen.get("what");
    this.roles.hidden = kind !== "roles";
    const choice = { all: kind === "all", roles: kind === "roles" ? chosen.getAll("role") : [] };
    this.worker.postMessage({ type: "choose", choice });
  }
}

function standingWords({ trouble, wanted, missing, bytes }) {
  const kept = wanted - missing;
  if (trouble === "full") return say("web.keeping.full", { kept, wanted });
  if (trouble === "changed") return say("web.keeping.changed", { kept, wanted });
  if (trouble) return say("web.keeping.stopped", { kept, wanted });
  if (missing) return say("web.keeping.coming", { kept, wanted });
  return tally("web.keeping.done", wanted, { size: sizeWords(bytes.wanted) });
}

function failed() {
  keeping.said.textContent = say("web.keeping.failed");
  keeping.said.classList.add("sop-keeping__said--bad");
}

const page = document.querySelector("sop-start, sop-device");
const keeping = new Keeping();
appear();

async function appear() {
  await loadStyle("offline").catch(() => {});
  page.querySelector("#delete-all, .sop-start__onward").before(keeping.element);
  const workers = navigator.serviceWorker;
  page.addEventListener("sop-not-kept", failed);
  if ("notKept" in page.dataset) failed();
  else if (workers) keeping.follow(workers);
  else keeping.said.textContent = globalThis.isSecureContext ? say("web.keeping.unable") : say("web.keeping.plain-http");
}
