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

/** What names of authors and pages of sources look like: `timeline/records/names.py` and `pages.py`. */
export const NAMES_OF_MAKERS: Record<"comma" | "suffix" | "company" | "joining" | "body" | "acronym", Expression>;
export const PAGES_OF_SOURCES: Record<"word" | "dash" | "between" | "number" | "following", Expression>;

/** A regular expression that Python has too: its source and its flags. */
export type Expression = [source: string, flags: string];

/** How people write dates: `timeline/language/guesses.py`. */
export const GUESSES: {
    forms: Expression[];
    qualified: Expression;
    since: Expression;
    until: Expression;
    between: Expression;
    several: Expression;
    short: Expression;
    vague: Expression;
    loose: Expression;
    reasons: [Expression, string][];
    said: string[];
    absent: Record<string, string>;
    months: string[];
    longest: number;
};
/** What texts hold, and what they may not: `timeline/records/texts.py`, `timeline/checks/texts.py` and `slips.py`. */
export const TEXTS: Record<
    | "group"
    | "one"
    | "listed"
    | "reference"
    | "code"
    | "opening"
    | "title"
    | "heading"
    | "html"
    | "tag"
    | "image"
    | "definition"
    | "brackets"
    | "id"
    | "at"
    | "bare"
    | "dated"
    | "markup"
    | "deep"
    | "characterReference"
    | "crowd"
    | "plain"
    | "apostrophe",
    Expression
> & {
    blanks: string;
    pending: string;
    words: [number, number];
    quoted: number;
    largest: number;
    longest: number;
    marks: [string, number];
    empty: string;
    seen: string;
    noText: string[];
    ahead: Record<string, number>;
};
/** Letters that look like others: `timeline/language/letters.py`. */
export const TWINS: Record<string, string>;
/** Which letters a language has: `timeline/language/scripts.py`. */
export const SCRIPTS: {
    languages: Record<string, string>;
    names: Record<string, string>;
    strange: Record<string, string>;
    marks: string;
    blanks: string;
};
/** What an address is, and how it is compared and named: `timeline/records/addresses.py` and `ids.py`. */
export const ADDRESSES: Record<
    "tracking" | "year" | "ending" | "form" | "server" | "name" | "number" | "doi" | "resolver" | "devices",
    Expression
> & { parts: string[]; home: string[]; longest: number; longestId: number };
/** Keys that only the record of a source has: `timeline/records/source.py`. */
export const OF_SOURCES: string[];
/** Names of countries in the language of the site: `timeline/language/labels.py`. */
export const COUNTRIES: string[];
