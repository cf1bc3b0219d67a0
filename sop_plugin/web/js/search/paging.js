/** How many pages of an answer are shown at a time. */
export const PAGES = 10;
