/** The page "Assigned to you": takes in the assignment of a link, and shows all that this device was given. */

import { assignedCard } from "../assigned/assigned_card.js";
import { languageWanted } from "../assigned/reader_language.js";
import { returnFile } from "../assigned/returning.js";
import { Assignable } from "../assigning/assignable.js";
import { titleOfAssignment } from "../assigning/due_words.js";
import { linkFaultWords } from "../assigning/fault_words.js";
import { assignmentOf, isAssignmentLink } from "../assigning/link.js";
import { foldedName } from "../assigning/people.js";
import { nameOfDevice, receive, receivedOf } from "../assigning/received.js";
import { presentIds, resultsHere } from "../assigning/results_here.js";
import { confirmed } from "../kit/asking.js";
import { define, make } from "../kit/elements.js";
import { freshId } from "../kit/ids.js";
import { recentVisits } from "../kit/recent.js";
import { ASSIGNED_KEY, remember } from "../kit/remembered.js";
import { runOf } from "../kit/run_address.js";
import { saveText } from "../kit/saving.js";
import { shareFile } from "../kit/sharing.js";
import { say } from "../kit/words.js";
import { openStore } from "../store/store.js";
import { storeWords, whyOf } from "../store/why.js";

class AssignedPage extends HTMLElement {
  async connectedCallback() {
    if (isAssignmentLink(location.hash) && this.goesToReader()) return;
    this.said = this.querySelector("[role=status]");
    this.notice = this.querySelector('[data-place="notice"]');
    this.list = this.querySelector('[data-place="list"]');
    this.assignable = Assignable.ofPage();
    this.store = await openStore();
    this.store.watch(() => this.draw());
    globalThis.addEventListener("hashchange", () => this.follow());
    await this.follow();
    this.classList.add("sop-assigned--ready");
  }

  disconnectedCallback() {
    this.store?.close();
  }

  /** Goes on to the same page in the reader's language, if that is another one; whether it does. */
  goesToReader() {
    const here = location.href.split("#")[0];
    const path = here.slice(new URL(this.dataset.root, here).href.length);
    const links = [...document.querySelectorAll("a[hreflang]")];
    const own = document.documentElement.lang;
    const others = links.filter(({ hreflang }) => hreflang !== own);
    const offered = [{ lang: own, page: here }, ...others.map(({ hreflang, href }) => ({ lang: hreflang, page: href.split("#")[0] }))]
      .filter(({ page }) => page.endsWith(path))
      .map(({ lang, page }) => ({ lang, page, root: page.slice(0, page.length - path.length) }));
    const wanted = languageWanted(offered, recentVisits(), navigator.languages ?? []);
    const page = offered.find(({ lang }) => lang === wanted)?.page;
    if (!page || page === here) return false;
    location.replace(`${page}${location.hash}`);
    return true;
  }

  /** Takes in what the address holds, once, and shows it. */
  async follow() {
    this.warn("");
    if (isAssignmentLink(location.hash)) await this.takeIn(location.hash);
    await this.draw();
    const asked = runOf(location.hash);
    if (asked) document.getElementById(`assigned-${asked}`)?.focus();
  }

  async takeIn(hash) {
    const { assignment, fault } = assignmentOf(hash);
    if (fault) return this.warn(linkFaultWords(fault));
    try {
      const received = await receivedOf(this.store);
      this.opened = assignment.id;
      if (received.some((each) => each.assignment.id === assignment.id)) return undefined;
      const result = await this.receive(assignment, nameOfDevice(received));
      if (result.ok) this.store.persist();
      else this.warn(storeWords(result.why));
    } catch (failure) {
      this.warn(storeWords(whyOf(failure)));
    }
    return undefined;
  }

  receive(assignment, by) {
    return receive(this.store, assignment, { address: location.href.split("#")[0], lang: document.documentElement.lang }, by);
  }

  async draw() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const received = await receivedOf(this.store);
      const { presentId } = this.assignable;
      const ids = presentIds(received, presentId);
      remember(ASSIGNED_KEY, received.length > 0 ? ids : null);
      const results = await resultsHere(this.store, ids, presentId);
      if (turn === this.turn) this.show(received, results);
    } catch (failure) {
      this.warn(storeWords(whyOf(failure)));
    }
  }

  show(received, results) {
    const held = this.list.contains(document.activeElement) ? document.activeElement.closest("section")?.getAttribute("aria-labelledby") : null;
    const actions = {
      name: (kept, by) => this.act(kept, { type: "named", by }),
      giveBack: (kept, own, isShared) => this.giveBack(kept, own, isShared),
      erase: (kept) => this.erase(kept),
      another: (kept) => this.another(kept),
    };
    const first = received.toSorted((one, other) => (other.assignment.id === this.opened) - (one.assignment.id === this.opened));
    const isShared = new Set(received.map(({ name }) => foldedName(name))).size > 1;
    const cards = first.map((kept) => assignedCard({ ...kept, isShared }, results, this.assignable, actions));
    this.list.replaceChildren(...(cards.length > 0 ? cards : [make("p", { class: "sop-quiet" }, say("web.assigned.none"))]));
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
    if (!this.store.durable) this.warn(storeWords(this.store.why));
  }

  async act({ header }, event) {
    const result = await this.store.append(header.id, { id: freshId(), at: Date.now(), ...event });
    if (!result.ok) this.warn(storeWords(result.why));
  }

  /** The same for somebody else who works at this device. */
  async another({ assignment }) {
    const result = await this.receive(assignment, "");
    if (!result.ok) return this.warn(storeWords(result.why));
    await this.draw();
    this.list.querySelector(".sop-assigned__name input")?.focus();
    return undefined;
  }

  async giveBack(kept, own, isShared) {
    try {
      const made = await returnFile(this.store, kept, own);
      if (!made.ok) return this.warn(storeWords(made.why));
      const outcome = isShared ? await shareFile(made.name, made.text) : "saved";
      if (outcome === "left") return undefined;
      if (outcome !== "shared") saveText(made.name, "application/json", made.text);
      await this.act(kept, { type: "returned" });
      this.said.textContent = outcome === "shared" ? say("web.assigned.shared") : say("web.assigned.saved", { name: made.name });
    } catch (failure) {
      this.warn(storeWords(whyOf(failure)));
    }
    return undefined;
  }

  async erase({ header, assignment }) {
    const isMeant = await confirmed({
      title: say("web.assigned.delete-title"),
      text: say("web.assigned.delete-text", { title: titleOfAssignment(assignment) }),
      action: say("web.assigned.delete"),
    });
    if (!isMeant) return;
    // First, since the page may be loaded anew as soon as it shows nothing: the address would bring it back.
    if (isAssignmentLink(location.hash)) history.replaceState(null, "", location.href.split("#")[0]);
    const result = await this.store.erase(header.id);
    if (!result.ok) this.warn(storeWords(result.why));
    this.querySelector("h1").focus();
  }

  /** Says what keeps the page from doing its work, where it is seen and heard. */
  warn(words) {
    this.notice.hidden = words === "";
    this.notice.textContent = words;
  }
}

define("sop-assigned", AssignedPage);
