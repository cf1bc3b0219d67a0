/** A run told from its beginning, on the screen and on paper: what was done when, by whom, and every correction. */

import { localTime } from "../flow/csv.js";
import { rowsOf } from "../flow/rows.js";
import { make } from "../kit/elements.js";
import { clockWords, momentWords } from "../kit/figures.js";
import { say } from "../kit/words.js";
import { pictureOf } from "./photos.js";

/** The evidence of a session's run as an element; `fileOf(id)` gives its photos. */
export async function evidenceView(session, fileOf) {
  const { state, checklist } = session;
  const rows = rowsOf(checklist, state.events);
  const pictures = await Promise.all(state.events.map((event) => pictureIn(event, fileOf)));
  return make(
    "div",
    { class: "sop-evidence", lang: checklist.lang },
    make("h3", { tabindex: "-1" }, say("web.run.evidence")),
    make("dl", { class: "sop-facts" }, factRows(state, checklist, rows)),
    make(
      "div",
      { class: "sop-scroll", tabindex: "0", role: "region", "aria-label": say("web.run.evidence") },
      make("table", { class: "sop-table" }, headRow(), make("tbody", {}, rows.map((row, place) => bodyRow(row, pictures[place])))),
    ),
  );
}

function factRows(state, checklist, rows) {
  const end = state.end === null ? null : state.graph.nodes[state.end];
  const first = state.events[0]?.at;
  const odd = rows.filter((row) => row.verdict && row.verdict !== say("web.evidence.verdict.in")).length;
  const facts = [
    [say("web.evidence.column.title"), `${checklist.title} (${checklist.sop})`],
    [say("web.evidence.column.version"), checklist.version],
    [say("web.evidence.column.sop-fingerprint"), checklist.fingerprint],
    [say("web.run.label"), state.label],
    [say("web.run.started"), momentWords(first)],
    [say("web.run.ended"), state.endedAt === null ? say("web.run.under-way") : momentWords(state.endedAt + state.clock)],
    [say("web.run.lasted"), state.endedAt === null ? "" : clockWords(state.endedAt - state.startedAt)],
    [say("web.run.ending"), state.status === "abandoned" ? say("web.evidence.what.abandoned") : (end?.title ?? "")],
    [say("web.run.reason"), state.reason],
    [say("web.run.out-of-range"), odd > 0 ? String(odd) : ""],
  ];
  return facts.filter(([, value]) => value).map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)));
}

function headRow() {
  const titles = [
    say("web.evidence.column.at"),
    say("web.evidence.column.what"),
    say("web.evidence.column.step"),
    say("web.evidence.column.value"),
    say("web.evidence.column.by"),
    say("web.evidence.column.note"),
  ];
  return make("thead", {}, make("tr", {}, titles.map((title) => make("th", { scope: "col" }, title))));
}

function bodyRow(row, picture) {
  const visit = row.visit > 1 ? ` (${say("web.run.round", { round: row.visit })})` : "";
  const answer = [row.item && `${row.item}: `, row.value, row.unit && ` ${row.unit}`].filter(Boolean).join("");
  const odd = row.verdict && row.verdict !== say("web.evidence.verdict.in") && make("strong", { class: "sop-evidence__odd" }, ` ${row.verdict}`);
  const range = odd && row.range ? ` (${row.range})` : "";
  const cells = [
    localTime(row.at).slice(0, 19),
    row.what,
    `${row.number} ${row.step}`.trim() + visit,
    [answer, odd, range, picture].filter(Boolean),
    row.by,
    row.note,
  ];
  return make("tr", {}, cells.map((cell) => make("td", {}, cell)));
}

async function pictureIn(event, fileOf) {
  const id = event?.value?.file;
  return typeof id === "string" ? pictureOf(await fileOf(id), event.value.name ?? "") : null;
}
