/** One tab stop for each chart, arrows from value to value, and the picture to take away. */

import { save, standing } from "./picture.js";

/** @param {HTMLElement} figure */
export function mount(figure) {
  const svg = /** @type {SVGSVGElement | null} */ (figure.querySelector("svg.tl-chart"));
  if (!svg || figure.dataset.ready !== undefined) return;
  figure.dataset.ready = "";
  const title = figure.dataset.chart || "",
    name = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  const address = `${location.protocol === "file:" ? "" : location.origin + location.pathname}`;
  const credit = `${figure.dataset.credit || ""} ${address}`.trim();
  const points = [...svg.querySelectorAll(".tl-chart__point")],
    said = document.createElement("output");
  let at = -1;
  /** @param {number} n */
  const show = (n) => {
    points[at]?.classList.remove("is-on");
    at = n;
    points[at]?.classList.add("is-on");
    said.textContent = points[at]?.querySelector("title")?.textContent || "";
  };
  svg.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) show((at + step + points.length) % points.length);
    else if (event.key === "Escape") show(-1);
    else return;
    event.preventDefault();
  });
  svg.addEventListener("focusout", () => show(-1));
  svg.addEventListener("click", (event) => {
    const point = /** @type {Element} */ (event.target).closest(".tl-chart__point");
    if (point) show(points.indexOf(point));
  });
  const tools = document.createElement("p"),
    button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
      const node = document.createElement("button");
      node.type = "button";
      node.textContent = label;
      node.setAttribute("aria-label", `${label}: ${title}`);
      node.addEventListener("click", act);
      return node;
    };
  const drawn = () => "data:image/svg+xml;charset=utf-8," + encodeURIComponent(standing(svg, title, credit));
  tools.className = "tl-chart__tools";
  tools.append(
    button("Save as SVG", () => {
      show(-1);
      save(drawn(), `${name}.svg`);
    }),
    button("Save as PNG", () => {
      show(-1);
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext("2d")?.drawImage(image, 0, 0);
        save(canvas.toDataURL("image/png"), `${name}.png`);
      };
      image.src = drawn();
    }),
    said,
  );
  said.setAttribute("aria-live", "polite");
  figure.append(tools);
}
