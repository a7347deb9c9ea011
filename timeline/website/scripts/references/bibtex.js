/** BibTeX and BibLaTeX entries, read into the fields of a source. */

const TYPES = /** @type {Record<string, string>} */ ({
  ...{ article: "article-journal", book: "book", inbook: "chapter", incollection: "chapter", booklet: "document" },
  ...{ inproceedings: "paper-conference", conference: "paper-conference", techreport: "report", report: "report" },
  ...{ phdthesis: "thesis", mastersthesis: "thesis", thesis: "thesis", online: "webpage", electronic: "webpage" },
  ...{ dataset: "dataset", inreference: "entry-encyclopedia", legislation: "legislation", collection: "book" },
});
const FIELDS = /** @type {[string, string[]][]} */ ([
  ["title", ["title"]],
  ["container-title", ["journal", "journaltitle", "booktitle"]],
  ["collection-title", ["series"]],
  ["publisher", ["publisher", "institution", "school", "organization"]],
  ["publisher-place", ["address", "location"]],
  ["volume", ["volume"]],
  ["issue", ["number"]],
  ["page", ["pages"]],
  ["DOI", ["doi"]],
  ["ISBN", ["isbn"]],
  ["URL", ["url"]],
  ["language", ["langid", "language"]],
]);
const ACCENTS = /** @type {Record<string, string>} */ ({
  ...{ "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307" },
  ...{ c: "\u0327", v: "\u030c", u: "\u0306", k: "\u0328", H: "\u030b", r: "\u030a" },
});
const NAMED_LETTERS = /** @type {Record<string, string>} */ ({
  ss: "ß",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  ae: "æ",
  AE: "Æ",
  i: "i",
});

/**
 * @param {string} text
 * @returns {Record<string, any>[]}
 */
export function bibtex(text) {
  return [...text.matchAll(/@(\w+)\s*[{(]/g)].flatMap((found) => {
    const type = found[1].toLowerCase();
    if (["comment", "string", "preamble"].includes(type)) return [];
    return [source(type, fields(text.slice(found.index + found[0].length)))];
  });
}

/**
 * The fields of one entry, which ends where its brace closes.
 * @param {string} text from behind the brace that opens it
 */
function fields(text) {
  const found = /** @type {Record<string, string>} */ ({});
  const start = /\s*([\w-]+)\s*=\s*/y;
  let at = text.indexOf(",") + 1;
  while (at > 0 && at < text.length) {
    start.lastIndex = at;
    const name = start.exec(text);
    if (!name) break;
    const [value, end] = valueAt(text, start.lastIndex);
    found[name[1].toLowerCase()] ??= plain(value);
    const comma = /\s*,/y;
    comma.lastIndex = end;
    if (!comma.test(text)) break;
    at = comma.lastIndex;
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} from
 * @returns {[string, number]} the value, and where it ends
 */
function valueAt(text, from) {
  if (!'{"'.includes(text[from])) {
    const end = text.slice(from).search(/[,})\n]/);
    return end < 0 ? [text.slice(from), text.length] : [text.slice(from, from + end), from + end];
  }
  const quoted = text[from] === '"';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    const closes = quoted ? at > from && text[at] === '"' && !depth : !depth;
    if (closes) return [text.slice(from + 1, at), at + 1];
  }
  return [text.slice(from + 1), text.length];
}

/**
 * A value without the marks of TeX; names that stand in braces keep them until they are parted.
 * @param {string} value
 */
function plain(value) {
  return value
    .replace(/\\([`'^~"=.cvukHr])\s*\{?\\?([A-Za-z])\}?/g, (_, mark, letter) =>
      (letter + ACCENTS[mark]).normalize("NFC"),
    )
    .replace(/\\(ss|ae|AE|o|O|l|L|i)\b\s*(\{\})?/g, (_, name) => NAMED_LETTERS[name])
    .replace(/\\([&%$#_{}])/g, "$1")
    .replace(/\\[a-zA-Z]+\s*/g, "")
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/~/g, " ");
}

/** @param {string} text */
const unbraced = (text) => text.replace(/[{}]/g, "").replace(/\s+/g, " ").trim();

/** @param {string} [text] */
function bibtexNames(text = "") {
  const names = text
    .split(/\s+and\s+(?![^{]*\})/)
    .map((name) => name.trim())
    .filter(Boolean);
  return names.map((name) => {
    const body = /^\{.*\}$/.test(name);
    const plainName = unbraced(name);
    if (body || plainName.includes(",") || !plainName.includes(" ")) return plainName;
    const words = plainName.split(" ");
    const small = words.findIndex((word, at) => at > 0 && /^\p{Ll}/u.test(word));
    const at = small > 0 ? small : words.length - 1;
    return `${words.slice(at).join(" ")}, ${words.slice(0, at).join(" ")}`;
  });
}

/**
 * @param {string} type
 * @param {Record<string, string>} found
 */
function source(type, found) {
  const own = FIELDS.map(([key, names]) => [key, unbraced(names.map((name) => found[name]).find(Boolean) || "")]);
  const values = Object.fromEntries(own);
  const isReport = type === "techreport" || type === "report";
  const date = unbraced(found.date || [found.day, found.month, found.year].filter(Boolean).map(unbraced).join(" "));
  return {
    ...values,
    ...(isReport ? { number: values.issue, issue: "" } : {}),
    page: values.page.replace(/–/g, "-"),
    type: TYPES[type] || (found.howpublished || found.url ? "webpage" : "document"),
    author: bibtexNames(found.author),
    editor: bibtexNames(found.editor),
    issued: date,
  };
}
