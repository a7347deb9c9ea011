/**
 * What of many events has a card, and what is counted between the cards.
 *
 * @typedef {{cards: number[], gaps: number[][]}} Digest
 */

/**
 * @param {number[]} weights of events in the order of the list
 * @param {unknown[]} chapters to which part of the list each belongs
 * @param {number} most cards
 * @returns {Digest} each place stands in one card or in one gap; a gap lies within a chapter
 */
export function digest(weights, chapters, most) {
  const chosen = choose(weights, most);
  const cards = /** @type {number[]} */ ([]);
  const gaps = /** @type {number[][]} */ ([]);
  let gap = /** @type {number[]} */ ([]);
  const close = () => {
    if (gap.length > 1) gaps.push(gap);
    else cards.push(...gap); /* one more card takes no more room than to say that there is one */
    gap = [];
  };
  for (let n = 0; n < weights.length; n += 1) {
    if (chosen.has(n) || (n && chapters[n] !== chapters[n - 1])) close();
    if (chosen.has(n)) cards.push(n);
    else gap.push(n);
  }
  close();
  return { cards, gaps };
}

/**
 * The heaviest; of a weight of which there are too many, some at even distances.
 * @param {number[]} weights
 * @param {number} most
 */
function choose(weights, most) {
  const chosen = /** @type {Set<number>} */ (new Set());
  for (const weight of [3, 2, 1]) {
    const same = [...weights.keys()].filter((n) => weights[n] === weight);
    const room = Math.min(most - chosen.size, same.length);
    for (let n = 0; n < room; n += 1) chosen.add(same[Math.floor((n * same.length) / room)]);
  }
  return chosen;
}
