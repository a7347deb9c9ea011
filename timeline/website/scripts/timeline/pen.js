/**
 * Drawing in the theme's colours.
 *
 * @typedef {{ink: string, soft: string, rule: string, paper: string, wash: string, font: string,
 *   topics: string[]}} Colours
 */

/** @import {Entry} from "./page.js" */

/**
 * @param {Element} node
 * @param {number} most the highest number of a topic
 * @returns {Colours}
 */
export function coloursOf(node, most) {
  const style = getComputedStyle(node);
  const of = (/** @type {string | number} */ name) => style.getPropertyValue(`--tl-${name}`);
  return {
    ink: of("ink"),
    soft: of("soft"),
    rule: of("rule"),
    paper: of("paper"),
    wash: of("wash"),
    font: `13px ${style.fontFamily}`,
    topics: Array.from({ length: most + 1 }, (_, n) => of(n) || of("link")),
  };
}

/**
 * The pen of a canvas, which is empty and as fine as the screen.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 * @param {Colours} colours
 */
export function brush(canvas, width, height, { font }) {
  const ratio = devicePixelRatio;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = font;
  pen.textBaseline = "middle";
  return pen;
}

/**
 * A dot, larger for what weighs more, dashed and pale where the date is in doubt.
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Entry} event
 * @param {string} colour
 * @param {{x: number, y: number, chosen: boolean}} place
 */
export function drawDot(pen, { ink, paper }, { weight, soft }, colour, { x, y, chosen }) {
  const r = weight + 2.5;
  pen.beginPath();
  pen.arc(x, y, r, 0, 7);
  pen.fillStyle = colour;
  pen.strokeStyle = soft ? colour : paper; /* dots stand out from one another */
  pen.setLineDash(soft ? [2, 2] : []);
  pen.globalAlpha = soft ? 0.45 : 1;
  pen.fill();
  pen.globalAlpha = 1;
  pen.stroke();
  pen.setLineDash([]);
  if (!chosen) return;
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, r + 2.5, 0, 7);
  pen.stroke();
  pen.lineWidth = 1;
}

/**
 * A bar as long as what it stands for, with room for words in it; it fades where its end is in doubt.
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Entry} event
 * @param {string} colour
 * @param {{x: number, right: number, y: number, tall: number, wide: number, chosen: boolean}} place `wide` is how far
 *   one sees
 */
export function drawBar(pen, { ink }, { weight, soft }, colour, { x, right, y, tall, wide, chosen }) {
  const left = Math.max(x, -20);
  const long = Math.min(right, wide + 20) - left;
  pen.fillStyle = soft ? faded(pen, left, left + long, colour, soft) : colour;
  pen.globalAlpha = 0.2;
  pen.fillRect(left, y, long, tall);
  pen.globalAlpha = 1;
  pen.fillRect(left, y + tall - weight - 0.5, long, weight + 0.5);
  if (!soft.includes("s")) pen.fillRect(left, y, 2.5, tall);
  if (!chosen) return;
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.strokeRect(left - 1, y - 1, long + 2, tall + 2);
  pen.lineWidth = 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} left
 * @param {number} right
 * @param {string} colour
 * @param {string} soft which ends fade: s, e or both
 */
function faded(pen, left, right, colour, soft) {
  const fade = pen.createLinearGradient(left, 0, right, 0);
  fade.addColorStop(0, soft.includes("s") ? "transparent" : colour);
  fade.addColorStop(0.5, colour);
  fade.addColorStop(1, soft.includes("e") ? "transparent" : colour);
  return fade;
}
