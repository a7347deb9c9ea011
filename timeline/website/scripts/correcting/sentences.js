/** From a selection, however sloppy, to the sentences that it lies in. */

const BLOCKS = "p, li, td, th, dd, dt, blockquote, figcaption, summary, h1, h2, h3, h4, div, article";
const ENDS = /[.!?…]["'”’»)\]]*(?:\[\d+\])*\s+(?=["'“‘«([]?[\p{Lu}\p{N}])/gu;
const SHORT = /(?:^|[\s(])(?:\p{Lu}|[Ss]t|[Mm]rs?|[Dd]r|[Nn]o|pp?|ch|art|ca?|vs|[Gg]en|[Cc]ol|[Ll]t|vol|approx)\.\s*$/u;

/**
 * @param {string} text
 * @returns {number[]} where its sentences begin, and where it ends
 */
export function startsOf(text) {
  const found = [...text.matchAll(ENDS)].map((end) => end.index + end[0].length);
  const real = found.filter((at) => !SHORT.test(text.slice(0, at).replace(/(?:\[\d+\])+\s*$/, "")));
  return [0, ...real, text.length];
}

/**
 * @param {Range} range
 */
export function wholeSentences(range) {
  const [head, text] = [around(range, true), range.toString()];
  const tail = around(range, false);
  const begin = head.length + text.length - text.trimStart().length;
  const end = head.length + text.trimEnd().length;
  const whole = head + text + tail;
  const starts = startsOf(whole);
  const from = Math.max(...starts.filter((at) => at <= begin));
  const to = Math.min(...starts.filter((at) => at >= end));
  return whole
    .slice(from, to)
    .replace(/\s*\[\d+\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The text of its block that stands before a selection, or behind it.
 * @param {Range} range
 * @param {boolean} before
 */
function around(range, before) {
  const node = before ? range.startContainer : range.endContainer;
  const block = (node instanceof Element ? node : node.parentElement)?.closest(BLOCKS);
  if (!block) return "";
  const rest = document.createRange();
  rest.selectNodeContents(block);
  if (before) rest.setEnd(range.startContainer, range.startOffset);
  else rest.setStart(range.endContainer, range.endOffset);
  return rest.toString();
}
