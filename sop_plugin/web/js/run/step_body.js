/** What is told of a step when the work comes to it: warnings first, then what to do, what to say, and with what. */

import { fromHtml, make } from "../kit/elements.js";
import { say } from "../kit/words.js";

/** The parts of a node of the checklist that never change while it is worked on. */
export function stepBody(node) {
  const { cautions = [], script, detail, original } = node;
  return [
    original && make("p", { class: "sop-original" }, original),
    cautions.map(cautionLine),
    facts(node),
    node.do && fromHtml("div", { class: "sop-do" }, node.do),
    script && scriptLines(script),
    detail && make("details", { class: "sop-fold sop-fold--quiet" }, make("summary", {}, say("web.run.detail")), fromHtml("div", { class: "sop-fold__body sop-detail" }, detail)),
  ];
}

function cautionLine({ level, word, text }) {
  const line = make("p", {}, make("strong", {}, word), " ");
  line.append(fromHtml("span", {}, text));
  return make("div", { class: `sop-caution sop-caution--${level}` }, line);
}

function facts(node) {
  const { roles = [], orRoles = [], tools = [], takes, limit, wait, every, onlyIf, optional, effects = [] } = node;
  const comma = say("web.run.comma");
  const lines = [
    roles.length > 0 && say("web.run.role", { roles: roles.join(comma) }),
    orRoles.length > 0 && say("web.run.role-or", { roles: orRoles.join(comma) }),
    limit && say("web.run.limit", { limit: limit.words }),
    takes && say("web.run.takes", { time: takes.words }),
    wait && say("web.run.wait", { time: wait.words }),
    every && say("web.run.every", { time: every.words }),
    tools.length > 0 && say("web.run.tools", { tools: tools.join(comma) }),
    onlyIf && say("web.run.only-if", { condition: onlyIf }),
    optional && say("web.run.step-optional"),
  ].filter(Boolean);
  const items = [...lines.map((line) => make("li", {}, line)), ...effects.map((html) => fromHtml("li", {}, html))];
  return items.length > 0 && make("ul", { class: "sop-run__facts" }, items);
}

/** Words to be said, set apart from what is to be done. */
export function scriptLines(script) {
  return make(
    "div",
    { class: "sop-run__script" },
    script.map(({ role, when, says }) =>
      make("p", {}, when && make("span", { class: "sop-quiet" }, `${when} `), role && make("strong", {}, `${role} `), make("span", {}, says)),
    ),
  );
}
