/** The words of the page's language. What ships has them in the place of this file; tests put in their own. */

export const LANGUAGE = "en";

export const WORDS = {};
