/** Where a place is, as people paste it: pairs of numbers, degrees and minutes, geo: addresses, addresses of maps. */

const NUMBER = "[-+−]?\\d{1,3}(?:\\.\\d+)?";
const ADDRESSES_OF_MAPS = /** @type {[RegExp, boolean][]} whether east stands first */ ([
  [new RegExp(`!3d(${NUMBER})!4d(${NUMBER})`), false],
  [new RegExp(`mlat=(${NUMBER})&mlon=(${NUMBER})`), false],
  [new RegExp(`#map=\\d+(?:\\.\\d+)?/(${NUMBER})/(${NUMBER})`), false],
  [new RegExp(`@(${NUMBER}),(${NUMBER})`), false],
  [new RegExp(`yandex.*(?:whatshere\\[point\\]|pt|ll)=(${NUMBER}),(${NUMBER})`), true],
  [new RegExp(`2gis.*[/=](${NUMBER}),(${NUMBER})`), true],
  [new RegExp(`^geo:(${NUMBER}),(${NUMBER})`, "i"), false],
  [
    new RegExp(`[?&#/](?:q|ll|query|center|sll|coordinate|destination|map|cp|c)=(?:loc:)?(${NUMBER})[,~](${NUMBER})`),
    false,
  ],
]);
const PLAIN_PAIR = new RegExp(`^[\\[(]?(${NUMBER})°?(?:[,;/\\s]+|, )(${NUMBER})°?[\\])]?$`);
const COMMAS = /^([-+−]?\d{1,3}),(\d+)[;/\s]+([-+−]?\d{1,3}),(\d+)$/;
const PART = "\\d{1,2}(?:[.,]\\d+)?";
const ANGLE = new RegExp(
  "([-+−]?\\d{1,3}(?:[.,]\\d+)?)\\s*(?:[°º˚*_:]|deg)?\\s*" +
    `(?:(${PART})\\s*['’′_:]?\\s*)?(?:(${PART})\\s*(?:["”″]|''|’’|′′)?\\s*)?_?([NSEWСЮВЗO])`,
  "giu",
);
const SIDES = /** @type {Record<string, number[]>} */ ({
  ...{ N: [0, 1], С: [0, 1], S: [0, -1], Ю: [0, -1], E: [1, 1], O: [1, 1], В: [1, 1], W: [1, -1], З: [1, -1] },
});

/** @typedef {{lat: string, lon: string}} Place decimal degrees, no finer than they were written */

/**
 * The place that a text names, or nothing.
 * @param {string} written
 * @returns {Place | null}
 */
export function coordinates(written) {
  const text = decoded(written.trim());
  for (const [pattern, eastFirst] of ADDRESSES_OF_MAPS) {
    const [, one, other] = pattern.exec(text) || [];
    if (other) return eastFirst ? placed(other, one, 5) : placed(one, other, 5);
  }
  const plain = PLAIN_PAIR.exec(text.replace(COMMAS, "$1.$2 $3.$4"));
  if (plain) return placed(plain[1], plain[2], 10);
  const params = /[?&]params=([^&]+)/.exec(text)?.[1];
  return /^https?:/.test(text) && !params ? null : angles(params || text);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Degrees, minutes and seconds, each with its side of the world.
 * @param {string} text
 */
function angles(text) {
  const behind = /^[NSEW]/i.test(text) ? text.replace(/([NSEW])([^NSEW]+)/gi, "$2$1 ") : text;
  const found = [...behind.matchAll(ANGLE)].slice(0, 2);
  const both = /** @type {string[]} */ (["", ""]);
  for (const [, degrees, minutes, seconds, side] of found) {
    const [axis, sign] = SIDES[side.toUpperCase()];
    const [whole, sixtieth, rest] = [degrees, minutes, seconds].map((part) => (part || "0").replace(",", "."));
    const value = Number(whole.replace(/[-+−]/, "")) + Number(sixtieth) / 60 + Number(rest) / 3600;
    const fine = minutes ? (seconds || /[.,]/.test(minutes) ? 4 : 2) : (whole.split(".")[1] || "").length;
    both[axis] = (sign * value).toFixed(Math.min(fine, 10));
  }
  return both[0] && both[1] ? placed(both[0], both[1], 10) : null;
}

/**
 * @param {string} north
 * @param {string} east
 * @param {number} most digits after the point: an address has as many as its map needs
 */
function placed(north, east, most) {
  const [lat, lon] = [north, east].map((one) => shortened(one.replace("−", "-").replace("+", ""), most));
  return Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180 ? { lat, lon } : null;
}

/**
 * @param {string} text
 * @param {number} most
 */
function shortened(text, most) {
  const [, rest = ""] = text.split(".");
  const short = rest.length > most ? Number(text).toFixed(most) : text;
  return short.includes(".") ? short.replace(/\.?0+$/, "") || "0" : short;
}
