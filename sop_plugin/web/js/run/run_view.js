/** A run on the screen: where the work is, what can be done there, and what became of it. */

import { whyWords } from "../flow/evidence_words.js";
import { keyOf } from "../flow/passing.js";
import { asked, confirmed } from "../kit/asking.js";
import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { exportCsv, exportJson } from "../runs/exchange.js";
import { storeWords, whyOf } from "../store/why.js";
import { AheadList } from "./ahead_list.js";
import { BesideList } from "./beside_list.js";
import { ClockList } from "./clock_list.js";
import { DoneList } from "./done_list.js";
import { evidenceView } from "./evidence_view.js";
import { PlaceCard } from "./place_card.js";
import { endingCard, overCard } from "./run_end.js";
import { RunHead } from "./run_head.js";
import { RunMenu } from "./run_menu.js";
import { signal } from "./signals.js";

/** Milliseconds between two looks at the clock: a timer is never shown more than that too late. */
const TICK = 250;

/** How many places at once are shown with all that belongs to them. */
const MOST_OPEN = 4;

/** `host` is the page: its own checklist `current`, `store`, `chips(id)`, and `isEvictable`. */
export class RunView {
  constructor(session, host) {
    this.session = session;
    this.host = host;
    this.isRecurring = session.checklist.edges.some((edge) => edge.kind === "every");
    this.cards = new Map();
    this.groups = new Map();
    this.opened = new Set();
    this.clocks = new ClockList({ tell: (words) => this.tell(words), warn: (level, title) => this.warn(level, title) });
    this.head = new RunHead({ undo: () => this.takeBack(), retry: () => session.retry(), clocks: this.clocks.inSight });
    this.said = make("p", { class: "sop-run__said", role: "status" });
    this.chips = make("div", {});
    this.ending = make("div", {});
    this.places = make("div", { class: "sop-run__places" });
    this.around = make("div", { class: "sop-run__groups" });
    this.beside = new BesideList((offer) => this.begin(offer));
    this.ahead = new AheadList();
    this.done = new DoneList((visit) => this.hostOf(visit));
    this.menu = new RunMenu(this);
    this.evidence = make("div", { class: "sop-run__evidence" });
    this.element = make(
      "div",
      { class: "sop-run", "data-run": session.id, lang: session.checklist.lang },
      ...[this.head.element, this.chips, this.head.notices, this.said, this.clocks.others],
      ...[this.ending, this.places, this.around],
      ...[this.beside.element, this.ahead.element, this.done.element, this.menu.element, this.evidence],
    );
  }

  /** Begins to follow the clock. */
  start() {
    this.clock = setInterval(() => this.tick(), TICK);
    this.onReturn = () => this.tick();
    this.onLeave = () => this.commit();
    document.addEventListener("visibilitychange", this.onReturn);
    globalThis.addEventListener("pagehide", this.onLeave);
    this.show();
    this.head.name.focus({ preventScroll: true });
  }

  stop() {
    this.commit();
    clearInterval(this.clock);
    document.removeEventListener("visibilitychange", this.onReturn);
    globalThis.removeEventListener("pagehide", this.onLeave);
    this.session.close();
  }

  /** Shows how the run stands. */
  show() {
    const { state } = this.session;
    const isRunning = state.status === "running";
    const groups = state.groups.filter((one) => mayHappen(state.graph.nodes[one.node]));
    this.head.show(this.session);
    this.clocks.show(state, Date.now());
    this.showWriting();
    this.showChips();
    this.showCards(this.places, this.cards, isRunning ? state.active : [], false);
    this.showCards(this.around, this.groups, isRunning ? groups : [], true);
    this.showEnding(state);
    this.beside.show(state, Date.now());
    this.ahead.show(state);
    this.done.show(state);
    this.menu.show(state, this.host.isEvictable);
    if (isRunning) this.putEvidence(null);
    else this.showEvidence();
  }

  /** Shows whether all is on the disk, which changes more often than the run. */
  showWriting() {
    this.head.showWriting(this.session, this.host.store, this.host.current);
    this.menu.show(this.session.state, this.host.isEvictable);
  }

  showChips() {
    this.chips.replaceChildren(...this.host.chips(this.session.id));
  }

  showEnding(state) {
    const { ending } = state;
    const key = JSON.stringify([state.status, ending]);
    if (key === this.ended) return;
    const isNews = this.ended !== undefined;
    this.ended = key;
    const isRunning = state.status === "running";
    const card = isRunning ? ending && endingCard(state, ending, () => this.finish()) : overCard(state);
    this.ending.replaceChildren(...(card ? [card] : []));
    if (card && isNews) this.lead(card.querySelector("h3"));
  }

  /** New cards take the place of the one that led to them. */
  showCards(place, cards, shown, isGroup) {
    const { state } = this.session;
    const keys = new Set(shown.map((one) => keyOf(one.node, one.visit)));
    const gone = [...cards.keys()].filter((key) => !keys.has(key));
    const fresh = shown.filter((one) => !cards.has(keyOf(one.node, one.visit)));
    const hadFocus = gone.some((key) => cards.get(key).element.contains(document.activeElement));
    let anchor = gone.length > 0 ? cards.get(gone[0]).element : null;
    for (const one of fresh) {
      const card = new PlaceCard(state, one, this, { isGroup });
      cards.set(keyOf(one.node, one.visit), card);
      if (anchor) anchor.after(card.element);
      else place.append(card.element);
      anchor = card.element;
    }
    for (const key of gone) {
      cards.get(key).element.remove();
      cards.delete(key);
    }
    if (!isGroup) this.foldMany([...cards.values()]);
    const now = Date.now();
    for (const one of shown) cards.get(keyOf(one.node, one.visit)).show(state, one, now);
    const next = gone.length > 0 && !isGroup ? (fresh[0] ?? (hadFocus && shown[0])) : null;
    if (next) this.lead(cards.get(keyOf(next.node, next.visit)).heading);
  }

  /** Of many places at once only those show all that somebody opened, or else the first. */
  foldMany(cards) {
    const isMany = cards.length > MOST_OPEN;
    const opened = cards.filter((card) => this.opened.has(card));
    for (const card of cards) card.fold(isMany && !(opened.length > 0 ? opened.includes(card) : card === cards[0]));
  }

  /** Opens the card of a place that was folded, and with it closes the others. */
  open(card) {
    this.opened = new Set([card]);
    this.show();
    card.heading.focus();
  }

  /** Leads the eye and the focus to what is to be done next. */
  lead(heading) {
    this.element.style.setProperty("--sop-run-bar", `${this.head.element.offsetHeight}px`);
    heading.focus({ preventScroll: true });
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
  }

  async showEvidence() {
    const { events } = this.session.state;
    if (this.toldEvents === events.length) return;
    this.putEvidence(await evidenceView(this.session, (id) => this.fileOf(id)));
  }

  putEvidence(view) {
    this.toldEvents = view ? this.session.state.events.length : 0;
    this.evidence.replaceChildren(...(view ? [view] : []));
  }

  tick() {
    if (this.session.noticeClock()) this.tell(say("web.run.clock-back"));
    const now = Date.now();
    const { state } = this.session;
    for (const card of [...this.cards.values(), ...this.groups.values()]) card.tick(state, now);
    this.clocks.show(state, now);
    if (this.isRecurring) this.beside.show(state, now);
  }

  tell(words) {
    this.said.textContent = words;
  }

  /** Lets something happen; what cannot is told with its reason. Whether it did. */
  act(type, more, files) {
    this.tell("");
    const why = this.session.act(type, more, files);
    if (why) this.tell(say("web.run.refused", { why: whyWords(why) }));
    return !why;
  }

  /** Takes a way from a card, once nothing is missing and nothing is left behind unawares. */
  async leave(card, way) {
    card.commit();
    const now = this.current(card)?.ways.find((each) => each.edge === way.edge);
    if (!now) return;
    if (now.missing.length > 0) {
      card.demand(now.missing);
      return;
    }
    if (now.leaves.length > 0 && !(await this.mayLeave(now.leaves))) return;
    const place = { node: card.node, visit: card.visit, ...(now.edge === null ? {} : { edge: now.edge }) };
    this.act(now.kind === "skip" ? "skipped" : "done", place);
  }

  /** A place as it stands now. */
  current(card) {
    const { state } = this.session;
    return [...state.active, ...state.groups].find((one) => one.node === card.node && one.visit === card.visit);
  }

  mayLeave(leaves) {
    const steps = leaves.map(({ node }) => this.session.state.graph.nodes[node].title).join(say("web.run.comma"));
    return confirmed({ title: say("web.run.leaves-title"), text: say("web.run.leaves", { steps }), action: say("web.run.leave") });
  }

  async leaveOut(card) {
    const ways = this.current(card).ways.filter((way) => way.kind !== "exception" && way.kind !== "loop");
    const { nodes } = this.session.state.graph;
    const answer = await asked({
      title: say("web.run.leave-out-title", { step: nodes[card.node].title }),
      label: say("web.run.reason"),
      action: say("web.run.leave-out-do"),
      required: true,
      choices: ways.map((way) => ({ value: way.edge, words: way.words || nodes[way.target].title })),
    });
    if (!answer?.text) return;
    const edge = answer.choice === undefined ? undefined : Number(answer.choice);
    this.act("skipped", { node: card.node, visit: card.visit, reason: answer.text, edge });
  }

  async begin(offer) {
    if (offer.leaves.length > 0 && !(await this.mayLeave(offer.leaves))) return;
    this.act("began", { edge: offer.edge });
  }

  takeBack() {
    const event = this.session.undoable;
    if (event && this.act("taken-back", { event: event.id })) this.tell(say("web.run.undone"));
  }

  async finish() {
    this.commit();
    const { ending } = this.session.state;
    if (!ending || (ending.open.length > 0 && !(await this.mayLeave(ending.open)))) return;
    this.act("finished", { end: ending.node });
  }

  /** A timer or a clock rose to a level by itself. */
  warn(level, title) {
    signal(level === "warn" ? 1 : 3);
    this.tell(warnWords(level, title));
  }

  json() {
    return this.attempt(() => exportJson(this.host.store, this.session.header, this.session.contents()));
  }

  csv() {
    return this.attempt(() => exportCsv(this.session.header, this.session.contents()));
  }

  async print() {
    this.putEvidence(await evidenceView(this.session, (id) => this.fileOf(id)));
    await Promise.all([...this.evidence.querySelectorAll("img")].map((picture) => picture.decode().catch(() => {})));
    print();
    if (this.session.state.status === "running") this.putEvidence(null);
  }

  /** Gives all that was typed and not given yet. */
  commit() {
    for (const card of [...this.cards.values(), ...this.groups.values()]) card.commit();
  }

  signer() {
    return this.session.state.by;
  }

  async fileOf(id) {
    const kept = await this.host.store.file(this.session.id, id).catch(() => null);
    return kept ?? this.session.contents().unsavedFiles.find((file) => file.id === id) ?? null;
  }

  nameOf({ node, id }) {
    return this.session.state.graph.nodes[node].exceptions.find((each) => each.id === id)?.when ?? "";
  }

  /** Leads to what is to be done about a number out of range. */
  follow({ node, visit, id }) {
    const card = this.cards.get(keyOf(node, visit)) ?? this.groups.get(keyOf(node, visit));
    if (!card) return;
    if (card.isGroup) card.element.open = true;
    else if (card.isFolded) this.open(card);
    card.exceptions?.open(id);
  }

  /** The host of fields of a passing that is over. */
  hostOf({ node, visit }) {
    return {
      give: (item, value, files) => this.act("set", { node, visit, item: item.id, value }, files),
      signer: () => this.signer(),
      fileOf: (id) => this.fileOf(id),
      follow: (exception) => this.follow(exception),
      nameOf: (exception) => this.nameOf(exception),
    };
  }

  async attempt(act) {
    try {
      await act();
    } catch (failure) {
      this.tell(storeWords(whyOf(failure)));
    }
  }
}

/** Whether a group has anything that may happen, or is timed, all the while. */
function mayHappen({ exceptions = [], timer }) {
  return exceptions.length > 0 || timer !== undefined;
}

function warnWords(level, title) {
  if (level === "over") return say("web.run.warn-over", { step: title });
  return level === "reached" ? say("web.run.warn-reached", { step: title }) : say("web.run.warn-soon", { step: title });
}
