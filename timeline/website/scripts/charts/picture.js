/** A chart as a picture to take away: it carries its looks, its title and its credit itself. */

const NS = "http://www.w3.org/2000/svg";
/** Properties that the style sheets give and a picture on its own must carry itself. */
const LOOKS = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "visibility",
  "paint-order",
  "display",
];

/**
 * A copy of a chart that needs no style sheet, with its title above and the credit below.
 * @param {SVGSVGElement} svg
 * @param {string} title
 * @param {string} credit
 */
export function standing(svg, title, credit) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [x, y, width, height] = (svg.getAttribute("viewBox") || "0 0 1 1").split(" ").map(Number);
  const paper = getComputedStyle(document.body).backgroundColor,
    ink = getComputedStyle(svg).color;
  const from = svg.querySelectorAll("*"),
    to = copy.querySelectorAll("*");
  from.forEach((node, n) => {
    const style = getComputedStyle(node);
    to[n].setAttribute("style", LOOKS.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
    to[n].removeAttribute("class");
    if (to[n].tagName === "a") to[n].removeAttribute("href");
  });
  const text = (/** @type {string} */ words, /** @type {number} */ at, /** @type {string} */ style) => {
    const node = document.createElementNS(NS, "text");
    node.setAttribute("x", "12");
    node.setAttribute("y", String(at));
    node.setAttribute("style", `fill:${ink};font-family:sans-serif;${style}`);
    node.textContent = words;
    return node;
  };
  const ground = document.createElementNS(NS, "rect");
  for (const [name, value] of Object.entries({ x, y: y - 34, width, height: height + 64, fill: paper }))
    ground.setAttribute(name, String(value));
  copy.prepend(ground);
  copy.append(text(title, y - 10, "font-size:17px;font-weight:600"), text(credit, height + 20, "font-size:11.5px"));
  copy.setAttribute("viewBox", `${x} ${y - 34} ${width} ${height + 64}`);
  copy.setAttribute("xmlns", NS);
  copy.setAttribute("width", String(width * 2));
  copy.setAttribute("height", String((height + 64) * 2));
  copy.removeAttribute("tabindex");
  return new XMLSerializer().serializeToString(copy);
}

/** @param {string} href @param {string} name */
export function save(href, name) {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}
