/** Narrowing down what was found: by one value of each family or more, of which any will do. */

const MOST_OF_FAMILY = 4;

/** Those of ranked `pages` that have, in each family with chosen facets, one of these. */
export function narrowed(pages, chosen) {
  const families = [...grouped(chosen).values()];
  return pages.filter(({ page }) => families.every((facets) => facets.some((facet) => facet.pages.has(page))));
}

/**
 * The facets to offer for ranked `pages`, family by family: `{facet, count}`, the most frequent first. Those that all pages
 * have narrow nothing down; those that are chosen stay.
 */
export function offered(pages, facets, chosen) {
  const families = [...grouped(facets).values()];
  return families.flatMap((family) => {
    const others = chosen.filter((one) => one.family !== family[0].family);
    const within = narrowed(pages, others);
    return family
      .map((facet) => ({ facet, count: within.reduce((sum, { page }) => sum + (facet.pages.has(page) ? 1 : 0), 0) }))
      .filter(({ facet, count }) => chosen.includes(facet) || (count > 0 && count < within.length))
      .sort((one, other) => chosen.includes(other.facet) - chosen.includes(one.facet) || other.count - one.count)
      .slice(0, MOST_OF_FAMILY);
  });
}

function grouped(facets) {
  const families = new Map();
  for (const facet of facets) families.set(facet.family, [...(families.get(facet.family) ?? []), facet]);
  return families;
}
