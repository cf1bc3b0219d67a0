/** In which language a link is opened: whoever made it need not speak that of its reader. */

/**
 * The language that a reader wants of `offered` (`[{lang, root}]`, roots as addresses of folders): the one in which this
 * device read last, by the addresses of its `visits`, else the first of the browser's `languages` that there is.
 */
export function languageWanted(offered, visits, languages) {
  const longestFirst = offered.toSorted((one, other) => other.root.length - one.root.length);
  for (const { address } of visits) {
    const found = longestFirst.find(({ root }) => address.startsWith(root));
    if (found) return found.lang;
  }
  for (const wanted of languages) {
    const found = offered.find(({ lang }) => lang === wanted) ?? offered.find(({ lang }) => isKin(lang, wanted));
    if (found) return found.lang;
  }
  return null;
}

/** Whether two tags are of one language in one script: `en` and `en-GB`, `zh-TW` and `zh-Hant-HK`, but not `zh-CN`. */
function isKin(one, other) {
  const [a, b] = [new Intl.Locale(one).maximize(), new Intl.Locale(other).maximize()];
  return a.language === b.language && a.script === b.script;
}
