/** Whose a step is. */

/**
 * Whether a step is somebody's: their role is among its doers, it names none at all, or it is a group that holds a step
 * of theirs.
 */
export function isOf(step, role) {
  if (step.parts.length > 0) return step.parts.some((part) => isOf(part, role));
  return step.roles.length === 0 || step.roles.includes(role);
}

/** A section of the page as `isOf` takes it. */
export function stepAt(section) {
  const parts = [...section.querySelectorAll(":scope > .sop-step__body > .sop-parts > .sop-step")];
  return { roles: (section.dataset.roles ?? "").split(" ").filter(Boolean), parts: parts.map(stepAt) };
}
