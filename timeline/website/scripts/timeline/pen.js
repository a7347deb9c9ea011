/**
 * Drawing in the theme's colours.
 *
 * @typedef {{ink: string, soft: string, rule: string, paper: string, font: string, topics: string[]}} Colours
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
 * A dot for a day, a bar for what lasts, soft where the date is in doubt.
 * @param {CanvasRenderingContext2D} pen
 * @param {Colours} colours
 * @param {Entry} event
 * @param {{x: number, y: number, long: number, wide: number, chosen: boolean}} place `wide` is how far one sees
 */
export function drawMark(pen, { topics, ink, paper }, event, { x, y, long, wide, chosen }) {
  const r = event.weight + 2.5;
  const colour = topics[event.colour];
  const isBar = long > 2 * r;
  const middle = isBar ? Math.max(x, 0) + r : Math.max(x + long / 2, r + 1);
  pen.beginPath();
  pen.fillStyle = colour;
  if (isBar) {
    const left = Math.max(x, -20);
    const right = Math.min(x + long, wide + 20);
    if (event.soft) pen.fillStyle = faded(pen, left, right, colour, event.soft);
    pen.roundRect(left, y - r / 2, right - left, r, r / 2);
    pen.fill();
  } else {
    pen.arc(middle, y, r, 0, 7);
    pen.strokeStyle = event.soft ? colour : paper; /* a dot stands out from the bar below it */
    pen.setLineDash(event.soft ? [2, 2] : []);
    pen.globalAlpha = event.soft ? 0.45 : 1;
    pen.fill();
    pen.globalAlpha = 1;
    pen.stroke();
    pen.setLineDash([]);
  }
  if (!chosen) return;
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(middle, y, r + 3, 0, 7);
  pen.stroke();
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
