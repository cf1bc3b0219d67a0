/** The checklist of a procedure on the screen: its runs side by side, each at an address of its own (`#run-ID`). */

import { isChecklist } from "../flow/shapes.js";
import { define, make } from "../kit/elements.js";
import { freshId } from "../kit/ids.js";
import { runAddress, runOf } from "../kit/run_address.js";
import { say } from "../kit/words.js";
import { BeginView } from "../run/begin_view.js";
import { RunView } from "../run/run_view.js";
import { Session } from "../run/session.js";
import { openStore } from "../store/store.js";
import { storeWords, whyOf } from "../store/why.js";

class Checklist extends HTMLElement {
  async connectedCallback() {
    this.current = JSON.parse(document.getElementById("sop-checklist").textContent);
    this.device = this.dataset.device;
    this.isEvictable = false;
    this.runs = [];
    this.store = await openStore();
    this.store.watch((news) => this.hear(news));
    globalThis.addEventListener("hashchange", () => this.follow());
    await this.follow();
    this.dataset.ready = "";
  }

  disconnectedCallback() {
    this.view?.stop?.();
    this.store?.close();
  }

  /** Shows what the address asks for: a run, or the place to begin one. */
  async follow() {
    const id = runOf(location.hash);
    if (this.view instanceof RunView && this.view.session.id === id) return;
    if (!id && location.hash && this.view) return;
    this.view?.stop?.();
    try {
      await this.readRuns();
      const session = id ? await Session.open(this.store, id, (news) => this.changed(news)) : null;
      if (session && isChecklist(session.checklist)) this.showRun(session);
      else this.showBeginning(id ? say("web.run.not-here") : "");
    } catch (failure) {
      this.showBeginning(storeWords(whyOf(failure)));
    }
  }

  showRun(session) {
    this.view = new RunView(session, this);
    this.replaceChildren(this.view.element);
    this.mark(true);
    this.view.start();
  }

  showBeginning(words) {
    this.view = new BeginView(this);
    this.view.show(this.runs);
    this.view.said.textContent = words;
    this.replaceChildren(this.view.element);
    this.mark(false);
  }

  /** With a run in view the page is its record, on paper too: no copy of a document that may be out of date. */
  mark(isRunning) {
    this.closest("article").toggleAttribute("data-running", isRunning);
    document.getElementById("sop.heads").media = isRunning ? "not all" : "";
    document.getElementById("sop.record-heads").media = isRunning ? "" : "not all";
  }

  /** What the session of the run in view tells: `state` where the run went on, `granted` what the browser promised. */
  changed({ state, granted }) {
    if (granted !== undefined) this.isEvictable = granted === false;
    if (!(this.view instanceof RunView)) return;
    if (state) this.view.show();
    else this.view.showWriting();
  }

  async hear(news) {
    if (!["created", "erased", "appended"].includes(news.what)) return;
    if (news.what === "appended" && news.here) return;
    try {
      await this.readRuns();
    } catch {
      return; // the run in view tells what is wrong with the store
    }
    if (this.view instanceof BeginView) this.view.show(this.runs);
    else this.view?.showChips();
  }

  async readRuns() {
    const all = await this.store.runs();
    this.runs = all.filter((header) => header.sop === this.current.sop && header.kind === "run");
  }

  /** Begins a run; why it could not be kept, or nothing. */
  async begin({ label, by }) {
    const { sop, version, lang, title } = this.current;
    const event = { id: freshId(), at: Date.now(), by, type: "started", sop, version, label };
    const header = { kind: "run", sop, version, lang, title, label, address: location.href.split("#")[0] };
    const result = await this.store.create(header, this.current, event);
    if (!result.ok) return result.why;
    this.open(result.id);
    return null;
  }

  open(id) {
    location.hash = `run-${id}`;
  }

  /** The switches between runs under way, for somebody who serves several tables. */
  chips(id) {
    const underWay = this.runs.filter((header) => header.ended === null);
    if (!underWay.some((header) => header.id !== id)) return [];
    const links = [...underWay].sort((one, other) => one.first - other.first).map((header) =>
      make(
        "li",
        {},
        make("a", { href: runAddress(header) ?? "#", "aria-current": header.id === id ? "page" : null }, header.label || header.title),
      ),
    );
    const more = make("li", {}, make("a", { href: "#", class: "sop-chips-new" }, say("web.run.another")));
    return [make("nav", { class: "sop-run__chips", "aria-label": say("web.run.under-way") }, make("ul", {}, links, more))];
  }
}

define("sop-checklist", Checklist);
