/** The page "On this device": what is kept here, and how it goes elsewhere or away. */

import { runItem, sortedRuns } from "../device/runs.js";
import { asked, confirmed } from "../kit/asking.js";
import { define, make } from "../kit/elements.js";
import { momentWords, sizeWords } from "../kit/figures.js";
import { freshId } from "../kit/ids.js";
import { forgetAll } from "../kit/remembered.js";
import { say, tally } from "../kit/words.js";
import { exportAttempt, lacksName, nameAsked } from "../runs/attempts.js";
import { exportCsv, exportJson, keptRun } from "../runs/exchange.js";
import { importResults } from "../runs/importing.js";
import { exportAll, isResultHeader } from "../runs/results_file.js";
import { runName } from "../runs/run_name.js";
import { openStore } from "../store/store.js";
import { lossWords, storeWords, whyOf } from "../store/why.js";

const WAIT = 100;
/** Milliseconds in which news are gathered before the page is drawn anew. */

class DevicePage extends HTMLElement {
  async connectedCallback() {
    this.said = this.querySelector("[role=status]");
    this.store = await openStore();
    this.store.watch((news) => this.hear(news));
    const picker = this.querySelector("input[type=file]");
    picker.addEventListener("change", () => this.bring(picker));
    this.onClick("export-all", () => this.attempt(() => this.exportAll()));
    this.onClick("persist", () => this.askToKeep());
    this.onClick("forget-names", () => this.forgetNames());
    this.onClick("erase-all", () => this.eraseAll());
    await this.draw();
    this.classList.add("sop-device--ready");
  }

  disconnectedCallback() {
    this.store?.close();
  }

  onClick(name, act) {
    this.place(name).addEventListener("click", act);
  }

  place(name) {
    return this.querySelector(`[data-place="${name}"]`);
  }

  hear(news) {
    if (news.what === "closed") return this.tell(storeWords(news.why), true);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.draw(), WAIT);
  }

  /** Says what came of something, where it is seen and heard. */
  tell(words, isBad = false) {
    this.said.textContent = words;
    this.said.classList.toggle("sop-device__said--bad", isBad);
  }

  async draw() {
    try {
      const [headers, names, usage] = [await this.store.runs(), await this.store.names(), await this.store.usage()];
      const held = this.contains(document.activeElement) ? document.activeElement : null;
      this.drawRuns(sortedRuns(headers));
      this.place("export-all").disabled = !headers.some(isResultHeader);
      this.drawNames(names);
      this.drawStorage(usage);
      if (held && !held.isConnected) this.refocus(held);
    } catch (failure) {
      this.tell(storeWords(whyOf(failure)), true);
    }
  }

  /** The focus goes to the same button in the new list, or, where its run is gone, to the heading of the list. */
  refocus(held) {
    const again = this.querySelector(`[data-key="${CSS.escape(held.dataset.key)}"]`);
    const heading = this.querySelector(`#${this.heldIn ?? "under-way"}`);
    (again ?? heading).focus();
  }

  drawRuns(lists) {
    const actions = {
      json: (header) => this.attempt(() => this.exportOne(header)),
      csv: (header) => this.attempt(async () => exportCsv(header, await keptRun(this.store, header))),
      erase: (header) => this.erase(header),
    };
    for (const [name, headers] of Object.entries(lists)) {
      const items = headers.map((header) => runItem(header, actions));
      const list = this.place(name);
      list.replaceChildren(...(items.length ? [make("ul", {}, items)] : [make("p", {}, say("web.device.nothing"))]));
    }
  }

  drawNames(names) {
    const items = names.map(({ name, runs, touched }) =>
      make(
        "li",
        {},
        make("strong", {}, name),
        " ",
        make("span", {}, tally("web.device.name-in", runs, { time: momentWords(touched) })),
      ),
    );
    this.place("names").replaceChildren(
      items.length ? make("ul", { class: "sop-device__names" }, items) : make("p", {}, say("web.device.no-names")),
    );
    this.place("forget-names").hidden = !items.length;
  }

  drawStorage({ used, quota, persisted }) {
    const { durable, why } = this.store;
    const facts = [
      [say("web.device.kept"), durable ? say("web.device.kept-yes") : storeWords(why)],
      [say("web.device.space"), used === null ? say("web.device.unknown") : spaceWords(used, quota)],
    ];
    if (durable) facts.splice(1, 0, [say("web.device.safe"), safetyWords(persisted)]);
    const rows = facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
    this.place("storage").replaceChildren(make("dl", { class: "sop-device__facts" }, rows));
    this.place("persist").hidden = !durable || persisted !== false;
    const words = [!durable && storeWords(why), lossWords(this.store)].filter(Boolean);
    this.place("transient").hidden = words.length === 0;
    this.place("transient").textContent = words.join(" ");
  }

  /** Carries something out and tells where it failed. */
  async attempt(act, done) {
    try {
      const result = await act();
      if (result?.ok === false) return this.tell(storeWords(result.why), true);
      if (done) this.tell(done(result));
      return undefined;
    } catch (failure) {
      return this.tell(storeWords(whyOf(failure)), true);
    }
  }

  async exportOne(header) {
    const kept = await keptRun(this.store, header);
    if (header.kind !== "quiz") return exportJson(this.store, header, kept);
    if (lacksName(kept.events)) {
      const by = await nameAsked(header);
      if (!by) return undefined;
      const result = await this.sign(header, by);
      if (!result.ok) return result;
    }
    await exportAttempt(header, kept.checklist, await this.store.events(header.id));
    return undefined;
  }

  /** All in one file. Attempts without a name get one, if they are all of the same person. */
  async exportAll() {
    const nameless = [];
    for (const header of await this.store.runs()) {
      if (header.kind === "quiz" && lacksName(await this.store.events(header.id))) nameless.push(header);
    }
    const by = nameless.length > 0 ? await this.nameForAll(nameless.length) : "";
    if (by === null) return undefined;
    for (const header of by ? nameless : []) {
      const result = await this.sign(header, by);
      if (!result.ok) return result;
    }
    this.tell(tally("web.device.exported-all", await exportAll(this.store)));
    return undefined;
  }

  /** The name for attempts, "" for none, null where nothing is to be exported. */
  async nameForAll(count) {
    const answer = await asked({
      title: say("web.attempt.who"),
      text: tally("web.device.nameless", count),
      label: say("web.device.name-for-all"),
      action: say("web.attempt.export"),
    });
    return answer && answer.text;
  }

  sign(header, by) {
    return this.store.append(header.id, { id: freshId(), at: Date.now(), type: "signed", by });
  }

  async erase(header) {
    const name = runName(header);
    const isMeant = await confirmed({
      title: say("web.device.delete-title"),
      text: say("web.device.delete-text", { name }),
      action: say("web.device.delete"),
    });
    if (!isMeant) return;
    this.heldIn = Object.entries(sortedRuns([header])).find(([, list]) => list.length)[0];
    await this.attempt(() => this.store.erase(header.id), () => say("web.device.deleted", { name }));
  }

  async eraseAll() {
    const isMeant = await confirmed({
      title: say("web.device.delete-all-title"),
      text: say("web.device.delete-all-text"),
      action: say("web.device.delete-all"),
    });
    if (!isMeant) return;
    forgetAll();
    await this.attempt(() => this.store.eraseAll(), () => say("web.device.deleted-all"));
  }

  async forgetNames() {
    await this.attempt(() => this.store.eraseNames(), () => say("web.device.names-deleted"));
    this.querySelector("#names").focus();
  }

  async askToKeep() {
    const granted = await this.store.persist();
    this.tell(granted ? say("web.device.granted") : say("web.device.refused"), !granted);
  }

  async bring(picker) {
    for (const file of picker.files) {
      const { ok, words } = await importResults(this.store, file);
      this.tell(`${file.name}: ${words}`, !ok);
      if (!ok) break;
    }
    picker.value = "";
  }
}

function spaceWords(used, quota) {
  if (quota === null) return sizeWords(used);
  return say("web.device.used", { used: sizeWords(used), quota: sizeWords(quota) });
}

function safetyWords(persisted) {
  if (persisted === null) return say("web.device.safe-unknown");
  return persisted ? say("web.device.safe-yes") : say("web.device.safe-no");
}

define("sop-device", DevicePage);
