/** The trainer's page: assignments are made here, sent, and held against what comes back. There is no server. */

import { bringText } from "../assign/bringing.js";
import { madeView } from "../assign/made_view.js";
import { Maker } from "../assign/maker.js";
import { sumOf } from "../assign/people_list.js";
import { Assignable } from "../assigning/assignable.js";
import { dueWords, titleOfAssignment } from "../assigning/due_words.js";
import { keepMade, madeOf, madeWith } from "../assigning/made.js";
import { confirmed } from "../kit/asking.js";
import { define, make } from "../kit/elements.js";
import { runOf } from "../kit/run_address.js";
import { say } from "../kit/words.js";
import { QrElement } from "../share/qr_element.js";
import { openStore } from "../store/store.js";
import { storeWords, whyOf } from "../store/why.js";

const RUN = "#run-";

class AssignPage extends HTMLElement {
  async connectedCallback() {
    this.said = this.querySelector('[data-place="said"]');
    this.overview = this.querySelector('[data-place="overview"]');
    this.view = this.querySelector('[data-place="view"]');
    this.list = this.querySelector('[data-place="made"]');
    this.assignable = Assignable.ofPage();
    this.store = await openStore();
    this.maker = new Maker(this.querySelector("form"), this.assignable, (made) => this.keep(made));
    const picker = this.overview.querySelector("input[type=file]");
    picker.addEventListener("change", () => this.bring([...picker.files]).finally(() => (picker.value = "")));
    this.store.watch((news) => news.what !== "persistence" && this.draw());
    globalThis.addEventListener("hashchange", () => this.draw(true));
    await this.draw(Boolean(runOf(location.hash)));
    if (!this.store.durable) this.tell(storeWords(this.store.why), true);
    this.classList.add("sop-assign--ready");
  }

  disconnectedCallback() {
    this.store?.close();
  }

  /** Shows the assignment that the address names, else the form and the list. */
  async draw(isFocused = false) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.isFocusWanted ||= isFocused;
    try {
      const id = runOf(location.hash);
      const kept = id ? await madeWith(this.store, id) : null;
      const made = kept ? null : await madeOf(this.store);
      if (turn !== this.turn) return; // what is newer is read already
      const isMoving = this.isFocusWanted;
      this.isFocusWanted = false;
      if (kept) this.showMade(kept, isMoving);
      else this.showOverview(made, isMoving);
    } catch (failure) {
      this.tell(storeWords(whyOf(failure)), true);
    }
  }

  showMade(kept, isFocused) {
    const actions = {
      bring: (files) => this.bring(files),
      erase: (each) => this.erase(each),
      write: (promise) => this.write(promise),
    };
    const { element, heading } = madeView(kept, this, this.assignable, actions);
    this.overview.hidden = true;
    this.view.replaceChildren(element);
    if (isFocused) {
      this.tell("");
      heading.focus({ preventScroll: true });
      this.scrollIntoView({ block: "start" });
    }
  }

  showOverview(made, isFocused) {
    this.view.replaceChildren();
    this.overview.hidden = false;
    this.list.replaceChildren(
      ...(made.length > 0
        ? [make("ul", { class: "sop-assign__made" }, made.map((kept) => this.lineOf(kept)))]
        : [make("p", { class: "sop-quiet" }, say("web.assign.none-made"))]),
    );
    if (isFocused) this.querySelector("h1").focus();
  }

  lineOf(kept) {
    return make(
      "li",
      {},
      make("a", { href: `${RUN}${kept.header.id}` }, titleOfAssignment(kept.assignment)),
      make("p", { class: "sop-quiet" }, dueWords(kept.assignment), say("web.run.sep"), sumOf(kept, this.assignable)),
    );
  }

  async keep({ assignment, people }) {
    const result = await keepMade(this.store, assignment, people, this.place);
    if (!result.ok) return this.tell(storeWords(result.why), true);
    this.maker.clear();
    this.store.persist();
    location.hash = `${RUN}${result.id}`;
    return undefined;
  }

  get place() {
    return { address: location.href.split("#")[0], lang: document.documentElement.lang };
  }

  async write(promise) {
    const result = await promise;
    if (!result.ok) this.tell(storeWords(result.why), true);
  }

  /** Takes files in and tells of each what came of it. */
  async bring(files) {
    const words = [];
    let isBad = false;
    try {
      for (const file of files) {
        const outcome = await bringText(this.store, await file.text(), this.assignable, this.place);
        words.push(`${file.name}: ${outcome.words}`);
        isBad ||= !outcome.ok;
      }
    } catch (failure) {
      words.push(storeWords(whyOf(failure)));
      isBad = true;
    }
    this.tell(words.join("\n"), isBad);
  }

  async erase({ header, assignment }) {
    const isMeant = await confirmed({
      title: say("web.assign.delete-title"),
      text: say("web.assign.delete-text", { title: titleOfAssignment(assignment) }),
      action: say("web.assign.delete"),
    });
    if (!isMeant) return;
    const result = await this.store.erase(header.id);
    if (!result.ok) return this.tell(storeWords(result.why), true);
    location.hash = "#";
    return undefined;
  }

  /** Says what came of something, where it is seen and heard. */
  tell(words, isBad = false) {
    this.said.textContent = words;
    this.said.classList.toggle("sop-assign__said--bad", isBad);
  }
}

define("sop-qr", QrElement);
define("sop-assign", AssignPage);
