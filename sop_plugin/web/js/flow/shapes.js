/** Whether what was read has the shape that everything else relies on. */

/** Whether it is an object, and no list. */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ITEM_KINDS = new Set(["tick", "number", "text", "choice", "date", "time", "photo", "signature", "file"]);
const NODE_KINDS = new Set(["start", "step", "open", "join", "event", "over", "sop", "unknown", "end"]);
const BASE_64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether it is a checklist of a format that is known, all of whose ways lead somewhere. */
export function isChecklist(value) {
  if (!isRecord(value) || value.format !== 1 || !Array.isArray(value.nodes) || !Array.isArray(value.edges)) return false;
  if (!["sop", "version", "lang", "title", "status", "fingerprint"].every((name) => isText(value[name]))) return false;
  if (value.nodes[0]?.kind !== "start") return false;
  const isPlace = (index) => Number.isInteger(index) && index >= 0 && index < value.nodes.length;
  const isWay = (index) => Number.isInteger(index) && index >= 0 && index < value.edges.length;
  return (
    value.nodes.every((node, index) => isNode(node, index, value.nodes, isPlace, isWay)) &&
    value.edges.every((edge) => isEdge(edge, isPlace)) &&
    isListOf(value.clocks, (clock) => isClock(clock, isPlace))
  );
}

function isNode(node, index, nodes, isPlace, isWay) {
  if (!isRecord(node) || !NODE_KINDS.has(node.kind) || !isText(node.id) || !isText(node.title)) return false;
  if (node.around !== undefined && !(isPlace(node.around) && node.around < index)) return false;
  const isGroup = node.kind === "open" || node.kind === "join";
  if (isGroup && !(isPlace(node.partner) && isPair(node, nodes[node.partner]))) return false;
  return (
    isListOf(node.items, isItem) &&
    isListOf(node.raises, isPlace) &&
    isListOf(node.waits, (any) => Array.isArray(any) && any.every(isPlace)) &&
    isListOf(node.cautions, isRecord) &&
    isListOf(node.exceptions, (each) => isException(each, isPlace, isWay)) &&
    isMaybe(node.repeat, isRecord) &&
    isMaybe(node.timer, (timer) => isRecord(timer) && Number.isFinite(timer.seconds)) &&
    isMaybe(node.during, isRecord) &&
    isMaybe(node.every, isRecord) &&
    isMaybe(node.test, isTest)
  );
}

function isPair(node, partner) {
  return isRecord(partner) && partner.kind === (node.kind === "open" ? "join" : "open");
}

function isException(value, isPlace, isWay) {
  return (
    isRecord(value) &&
    isText(value.id) &&
    (value.edge === null || isWay(value.edge)) &&
    isListOf(value.items, isItem) &&
    isListOf(value.raises, isPlace) &&
    isMaybe(value.test, isTest)
  );
}

function isEdge(edge, isPlace) {
  if (!isRecord(edge) || !isPlace(edge.source) || !isPlace(edge.target) || !isText(edge.kind)) return false;
  return isListOf(edge.items, isItem) && isListOf(edge.raises, isPlace) && isMaybe(edge.test, isTest);
}

function isClock(clock, isPlace) {
  const areMoments = (list) => isListOf(list, (moment) => isRecord(moment) && isPlace(moment.node) && isText(moment.what));
  return (
    isRecord(clock) &&
    isText(clock.title) &&
    isText(clock.words) &&
    clock.seconds > 0 &&
    Number.isFinite(clock.seconds) &&
    [clock.from, clock.to].every((list) => Array.isArray(list) && areMoments(list)) &&
    areMoments(clock.restarts) &&
    isListOf(clock.pauses, (pause) => isRecord(pause) && areMoments(pause.from) && areMoments(pause.to)) &&
    isMaybe(clock.onlyIf, isText) &&
    isMaybe(clock.test, isTest)
  );
}

function isItem(item) {
  return (
    isRecord(item) &&
    isText(item.id) &&
    ITEM_KINDS.has(item.kind) &&
    isText(item.title) &&
    ["low", "high"].every((name) => isMaybe(item[name], Number.isFinite)) &&
    isListOf(item.choices, (choice) => isRecord(choice) && isText(choice.id) && isText(choice.title)) &&
    isMaybe(item.form, (form) => isRecord(form) && isText(form.id)) &&
    (item.source !== "nothing" || isRecord(item.form)) &&
    isMaybe(item.test, isTest)
  );
}

/** Whether it is a test, no deeper than any that was written by a person. */
function isTest(test, depth = 0) {
  if (!isRecord(test) || depth > 40) return false;
  return ["any", "all", "none"].every((name) => isListOf(test[name], (part) => isTest(part, depth + 1)));
}

/** Whether it is a list of events; of what type, and whether they apply, is for the run to tell. */
export function isEventList(value) {
  return Array.isArray(value) && value.every((event) => isRecord(event) && isText(event.id) && isText(event.type));
}

/** Whether it is a list of files with their data. */
export function isFileList(value) {
  const names = ["id", "name", "type", "data"];
  return (
    Array.isArray(value) &&
    value.every((file) => isRecord(file) && names.every((name) => isText(file[name])) && BASE_64.test(file.data))
  );
}

/** Whether it is a text. */
export function isText(value) {
  return typeof value === "string";
}

function isListOf(value, fits) {
  return value === undefined || (Array.isArray(value) && value.every((each) => fits(each)));
}

function isMaybe(value, fits) {
  return value === undefined || fits(value);
}
