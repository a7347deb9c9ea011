/** What `timeline/website/words.py` writes at build time, so that scripts and engine share each list and rule. */

/** How dates read in full: `timeline/language/dates.py`. `{}` stands for what is qualified. */
export const LONG_DATES: { months: string[]; century: string; uncertain: string; approximate: string };
export const SHORT_MONTHS: string[];
/** The language of all words here, and the forms of what is counted, by the names of its plural rules. */
export const LANGUAGE: string;
export const COUNTED: Record<"event" | "place" | "source", Record<string, string>>;
/** Letters of ids that Unicode does not take apart, small words that ids leave out, and how many they keep. */
export const LETTERS: Record<string, string>;
export const SMALL_WORDS: string[];
export const WORDS_OF_AN_ID: number;
/** The pattern of one EDTF date, with named groups: `timeline/dates.py`. */
export const POINT: string;
