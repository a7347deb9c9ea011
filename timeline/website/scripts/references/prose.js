/** References as people write them: what can be told from their marks. The rest is for the reader to put right. */

/** @typedef {Record<string, any>} Source */
/** @typedef {(words: string) => string} Dating makes a date out of words, or nothing */
/** @typedef {(name: string) => boolean} Maker whether the timeline knows a publisher or a paper by a name */

const ADDRESS = /<?\b(?:https?:\/\/|www\.)[^\s<>"”]+>?/;
const A_DOI = /(?:\bdoi:\s*)?\b10\.\d{4,9}\/[^\s"<>]+/i;
const AN_ISBN = /\bISBN(?:-1[03])?:? ?([\dX][\dX -]{8,15}[\dX])/i;
const A_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
const A_DAY = "\\d{1,2}(?:st|nd|rd|th)?\\.?";
const A_DATE = [
  `${A_DAY}(?: ?[-–] ?${A_DAY})? (?:of )?${A_MONTH},? \\d{4}`,
  `${A_MONTH} ${A_DAY}(?: ?[-–] ?${A_DAY})?,? \\d{4}`,
  `\\d{4}, ${A_MONTH}(?: ${A_DAY})?`,
  `(?:${A_MONTH}[-–/])?${A_MONTH},? \\d{4}`,
  ...["\\d{4}-\\d\\d(?:-\\d\\d)?", "\\d{1,2}[./]\\d{1,2}[./]\\d{4}", "1[5-9]\\d\\d", "20\\d\\d"],
].join("|");
const READ = new RegExp(
  "[([]?\\b(?:last )?(?:retrieved|accessed|viewed|consulted|visited|abgerufen|date of access|access date|" +
    "дата обращения|доступ)" +
    `[:,]?(?: (?:on|am|at|the))?:? *(${A_DATE})?(?:, \\d{1,2}:\\d\\d)?,?(?: from)?[)\\]]?[.;,]?`,
  "giu",
);
const IMPRINT = new RegExp(`\\(([^():]+): ([^():]+?),? (${A_DATE})\\)`);
const IN_BRACKETS = new RegExp(`\\((?:[^()]*, )?(${A_DATE})\\)`);
const ANY_DATE = new RegExp(`(?<![\\d/-])(?:${A_DATE})(?![\\d/-])`, "g");
const NUMBERS = /** @type {[string, RegExp][]} */ ([
  ["volume", /\bvol(?:ume|\.)? ?(\d+)/i],
  ["issue", /(?:\b(?:no\.|nr\.?|issue|iss\.)|№) ?(\d+)/i],
]);
const VOLUME_AND_ISSUE = /[ ,](\d{1,4}) ?(?:\((\d{1,4}(?:[-–]\d+)?)\)|, no\. ?(\d+))/;
const ONE_PAGE = "[\\dxivlc]+[a-z]?(?: ?[-–] ?[\\dxivlc]+)?";
const PAGES = new RegExp(`(?<![\\p{L}.])(?:pp?\\.|pages?|s\\.|с\\.|стр\\.) ?(${ONE_PAGE})(?![\\p{L}\\d])`, "iu");
const BARE_PAGES = /[,:|] *(\d+ ?[-–] ?\d+)(?=[ .,|]*$)/;
const OTHER_PLACE =
  /(?<=[,;.|] *)(?:art\.|article|ch\.|chapter|para\.|paragraph|§|sec\.|section|col\.) ?[\dxivlc]+[a-z]?/i;
const QUOTED = /^(.*?)(?:[“„«‘]|(?<!\p{L})["'])([^”"“»]+?)[.,]?(?:[”“»]|["’'](?!\p{L}))(.*)$/u;
const A_SHORT_NAME = /^(\p{Lu}[\p{L}’'-]+) ((?:\p{Lu}\.[ -]?)+)$/u;
const IS_LAW = /^(?:art|§|sec)/i;
const GIVEN = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}-]+)";
const A_COLON = new RegExp(`^(\\p{Lu}[\\p{L}’'-]+, ${GIVEN}(?: ${GIVEN}){0,2}): `, "u");
const INVERTED = /^\p{Lu}[\p{L}’'\- ]*, (?:\p{Lu}[\p{L}.\- ]*)/u;

/** @param {string} text */
export const onOneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * @param {string} text
 * @param {Dating} understood
 * @param {Maker} isMaker
 * @returns {Source}
 */
export function prose(text, understood, isMaker) {
  const found = /** @type {Source} */ ({});
  let rest = onOneLine(text).replace(A_COLON, "$1. | ");
  /**
   * Takes what a pattern finds out of the text.
   * @param {RegExp} pattern
   * @param {string} [mark] what stands there instead
   */
  const take = (pattern, mark = " | ") => {
    const match = pattern.exec(rest);
    if (match) rest = onOneLine(rest.slice(0, match.index) + mark + rest.slice(match.index + match[0].length));
    return match;
  };
  const address = (take(ADDRESS)?.[0] || "").replace(/^<|>$/g, "").replace(/[.,;)\]]+$/, "");
  found.URL = address && !address.includes("://") ? `https://${address}` : address;
  found.DOI = (take(A_DOI)?.[0] || "").replace(/^doi:\s*/i, "").replace(/[.,;)]+$/, "");
  found.ISBN = take(AN_ISBN)?.[1] || "";
  for (const [, date = ""] of rest.matchAll(READ))
    if (understood(date).length === 10) found.accessed = understood(date);
  rest = onOneLine(rest.replace(READ, " | "));
  const imprint = take(IMPRINT);
  const bracketed = imprint ? null : take(IN_BRACKETS);
  const [last] =
    imprint || bracketed ? [] : [...rest.matchAll(ANY_DATE)].reverse().filter(([one]) => understood(plainDate(one)));
  if (imprint) [, found["publisher-place"], found.publisher] = imprint;
  if (last) rest = onOneLine(`${rest.slice(0, last.index)} | ${rest.slice(last.index + last[0].length)}`);
  found.issued = understood(plainDate(imprint?.[3] || bracketed?.[1] || last?.[0] || ""));
  const numbers = take(VOLUME_AND_ISSUE, " | ");
  if (numbers) [found.volume, found.issue] = [numbers[1], numbers[2] || numbers[3]];
  for (const [key, pattern] of NUMBERS) found[key] ||= take(pattern)?.[1] || "";
  const pages = take(PAGES)?.[1] || (found.volume ? take(BARE_PAGES)?.[1] : "") || "";
  const place = take(OTHER_PLACE)?.[0] || "";
  const quoted = QUOTED.exec(rest);
  const range = /\d ?[-–] ?\d/.test(pages);
  if (range && (found.volume || quoted)) found.page = pages.replace(/ ?[-–] ?/, "-");
  else found.locator = [pages && `${range ? "pp." : "p."} ${pages}`, place].filter(Boolean).join(", ");
  const parts = quoted ? fromQuoted(quoted, found) : fromSentences(rest, Boolean(bracketed), found, isMaker);
  return { ...found, ...parts, type: IS_LAW.test(place) ? "legislation" : typeOf({ ...found, ...parts }) };
}

/** @param {string} date */
const plainDate = (date) => date.replace(/(\d)\.? (?=\p{L})/gu, "$1 ").replace(/(\p{L})\. /gu, "$1 ");

/** @param {string} text */
const stripped = (text) =>
  onOneLine(text.replace(/\|/g, " "))
    .replace(/^[\s.,;:()[\]–-]+|[\s,;:([–-]+$/g, "")
    .replace(/(?<!\b\p{Lu})\.$/u, "");

/** @param {string} text @param {RegExp} between */
const partsOf = (text, between) => text.split(between).map(stripped).filter(Boolean);

/**
 * A title between quotation marks: what stands before it is its author, or what it stands in.
 * @param {string[]} quoted
 * @param {Source} found
 */
function fromQuoted([, before, title, after], found) {
  const [behind = ""] = partsOf(after, /[,|]|\. /);
  const first = stripped(before);
  const container = behind.replace(/^in:? /i, "");
  if (container) return { author: authors(first), title: stripped(title), "container-title": container };
  return { title: stripped(title), [isDay(found) ? "container-title" : "publisher"]: first };
}

/**
 * @param {string} text
 * @param {boolean} bracketed whether the date stood in brackets: what stands before it is the author
 * @param {Source} found
 * @param {Maker} isMaker
 * @returns {Source}
 */
function fromSentences(text, bracketed, found, isMaker) {
  const parts = partsOf(text, /(?<=[^\s.]{2})\. |\|/);
  const [first = ""] = partsOf(parts[0] || "", /, /);
  const [, family, initials] = A_SHORT_NAME.exec(first) || [];
  if (family) parts[0] = parts[0].slice(first.length).replace(/^, /, "");
  const named =
    parts.length > 1 && !family && (bracketed || (INVERTED.test(parts[0]) && !isMaker(parts[0].split(",")[0])));
  const author = family ? [`${family}, ${initials}`] : named ? authors(/** @type {string} */ (parts.shift())) : [];
  const listed = parts.length === 1 && !named ? partsOf(parts[0], /, /) : parts;
  if (found.publisher && listed.length > 1 && !named) return { author: [listed[0]], title: listed.slice(1).join(", ") };
  const isPaper = isDay(found) || found.volume;
  const made = listed.findIndex(isMaker);
  const [one = "", other = ""] = made < 0 ? listed : [listed.find((_, at) => at !== made), listed[made]];
  if (!other && (isPaper || made === 0) && !named && !found.locator.includes("art"))
    return { "container-title": one || listed[0] };
  const swapped =
    isPaper && made < 0 && listed !== parts && other.length > one.length; /* the longer of two is the title */
  const [title, maker] = swapped ? [other, one] : [one, other];
  if (made >= 0 || isPaper) return { author, title, "container-title": maker };
  const [, place = "", house = maker] = /^([^:]+): (.+)$/.exec(maker) || [];
  return {
    ...{ author, title, publisher: found.publisher || stripped(house || "") },
    "publisher-place": found["publisher-place"] || place,
  };
}

/** @param {string} text */
function authors(text) {
  const names = partsOf(text, /;\s*|,? (?:and|&|und|и) |(?<=\b\p{Lu}\.), (?=\p{Lu}[\p{L}’'-]+, )/u);
  const inverted = /, /.test(names[0] || "");
  return names.map((name, at) => {
    const words = name.split(" ");
    const turned = at > 0 && inverted && !name.includes(",") && words.length < 4 && words.length > 1;
    return turned ? `${words[words.length - 1]}, ${words.slice(0, -1).join(" ")}` : name;
  });
}

/** @param {Source} found */
const isDay = ({ issued }) => /^\d{4}-\d\d-\d\d/.test(issued);

/** @param {Source} found */
function typeOf(found) {
  if (found.volume) return "article-journal";
  if (found["container-title"]) return isDay(found) || !found.URL ? "article-newspaper" : "webpage";
  return found.ISBN || (found.publisher && !found.URL) ? "book" : "webpage";
}
