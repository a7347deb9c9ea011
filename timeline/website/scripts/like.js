/** Finding words that are spelt in another way, or have a letter wrong. */

/** From how many letters on a word may have a wrong one. */
const LONG_WORD = 5;

/** How names sound that languages spell in their own ways: Medwedew is Medvedev. */
const SOUNDS = /** @type {Record<string, string>} */ ({
  ...{ tsch: "c", tch: "c", ch: "c", cz: "c", sch: "s", sh: "s", sz: "s", zh: "z", kh: "h", ph: "f", ck: "k", ou: "u" },
  ...{ x: "ks", q: "k", w: "v", j: "i", y: "i" },
});
const SPELLED = new RegExp(Object.keys(SOUNDS).join("|"), "g");
const HEARD = /** @type {Map<string, string>} */ (new Map());

/** @param {string} word */
function heard(word) {
  let sound = HEARD.get(word);
  if (sound === undefined) {
    sound = word
      .replace(SPELLED, (one) => SOUNDS[one])
      .replace(/i[ei]+/g, "i")
      .replace(/(.)\1+/g, "$1");
    HEARD.set(word, sound);
  }
  return sound;
}

/**
 * Whether a word is, or begins, as another with a letter wrong: one of up to seven, two of more.
 * @param {string} word
 * @returns {(other: string) => boolean}
 */
export function like(word) {
  if (word.length < LONG_WORD) return () => false;
  const most = word.length < 8 ? 1 : 2;
  const sound = heard(word);
  const fewer = sound.length < LONG_WORD ? 0 : most;
  return (other) => {
    if (other.length + most < word.length) return false;
    const [a, b] = word; /* a slip leaves one of the first two letters */
    const begins = a === other[0] || b === other[1] || a === other[1] || b === other[0];
    if (begins && slips(word, other, most)) return true;
    const own = heard(other);
    return own[0] === sound[0] && slips(sound, own, fewer);
  };
}

/**
 * Whether so few letters of a word are wrong, missing, too many or turned that it begins another.
 * @param {string} word
 * @param {string} other
 * @param {number} most
 */
function slips(word, other, most) {
  let older = /** @type {number[]} */ ([]);
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = word[i - 1] === other[j - 1];
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
      const turned = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (turned) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return false;
    [older, last] = [last, row];
  }
  return Math.min(...last) <= most;
}
