/**
 * The course of a procedure for whoever sees one place at a time.
 *
 * A step is `{ id, family, parts, ways }`: the section of the page that it stands in, the ids of its parts, and where it
 * leads. Ways and places are those of `sop_plugin/views/ways.py`; where each step simply leads to the next, none has any.
 */

const DONE = ":done";

/** The place where somebody says which of several ways into the procedure they take. */
export const START = ":start";

/**
 * The course of steps that stand in the order of the page. `ends` are the ids of all ends that have a name, `entries` the
 * places to which an author said that the procedure is entered.
 */
export function courseOf(steps, ends = [], entries = []) {
  const first = steps[0]?.id ?? "end";
  const isAlsoFirst = entries.length > 0 && !entries.includes(first); // where no entry leads there, it is one itself
  return {
    steps,
    ends,
    isAlsoFirst,
    start: entries.length + Number(isAlsoFirst) > 1 ? START : first,
    places: new Map(steps.map((step, index) => [step.id, index])),
    isPlain: !steps.some(({ ways }) => ways.next || ways.done),
  };
}

/** The step of a place, of what follows its parts too; undefined for a place behind all steps. */
export function stepOf(course, place) {
  return course.steps[course.places.get(place.endsWith(DONE) ? place.slice(0, -DONE.length) : place)];
}

/** Whether a place is where the parts of a group are done. */
export function isAfterParts(place) {
  return place.endsWith(DONE);
}

/** The place itself where there is such a one, else the beginning: an old link leads somewhere too. */
export function soundPlace(course, place) {
  const step = stepOf(course, place);
  const isKnown = isAfterParts(place) ? step?.parts.length : step;
  if (place === course.start) return place;
  const isBehind = place === "end" || place === "over" || course.ends.some((end) => place === `end.${end}`);
  return isKnown || isBehind ? place : course.start;
}

/**
 * Where the way leads on from a step without anybody choosing: a place, `sop` where another procedure takes over, empty
 * where one of several ways is to be chosen.
 */
export function onwardFrom(course, place) {
  const step = stepOf(course, place);
  if (!course.isPlain) return (isAfterParts(place) ? step.ways.done : step.ways.next) ?? "";
  const following = course.steps[course.places.get(step.id) + 1];
  if (following?.family === step.family) return following.id;
  return step.family === course.steps[0].family ? "end" : "over";
}

/** The place before this one in the order of the page, for whoever came by a link and has no way behind them. */
export function placeBefore(course, place) {
  if (place === START) return "";
  if (place === course.steps[0]?.id && course.start === START) return START;
  const step = stepOf(course, place);
  if (step && isAfterParts(place)) return step.parts.at(-1);
  const before = step ? course.steps[course.places.get(step.id) - 1] : course.steps.filter(isOfFirst(course)).at(-1);
  return before && (!step || before.family === step.family) ? before.id : "";
}

/** The number of a place's step among the steps, and their count; null behind them and beside them. */
export function progressAt(course, place) {
  let step = stepOf(course, place);
  if (!step || !isOfFirst(course)(step)) return null;
  if (isAfterParts(place)) while (step.parts.length) step = stepOf(course, step.parts.at(-1));
  const all = course.steps.filter(isOfFirst(course));
  return { number: all.indexOf(step) + 1, count: all.length };
}

/** Whether a way leads back to where the work has been, or to this same step. */
export function isBack(course, from, to) {
  const [here, there] = [stepOf(course, from), stepOf(course, to)];
  return Boolean(here && there) && course.places.get(there.id) <= course.places.get(here.id) && !isAfterParts(to);
}

/** Where the work went on elsewhere before the last place of a trail; the first step where it did not. */
export function interrupted(course, trail) {
  const isMain = isOfFirst(course);
  const before = trail.findLast((place) => {
    const step = stepOf(course, place);
    return step && isMain(step);
  });
  return before ?? course.steps[0].id;
}

function isOfFirst(course) {
  return ({ family }) => family === course.steps[0]?.family;
}
