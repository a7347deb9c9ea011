/**
 * What moves beneath the stages of a walk: one map that goes from crop to crop, and one line of time with a mark. The
 * stages stand on it with their own names, shapes and figures. All of it is said in words beside it.
 */

const UNITS = 6000; /* how wide the picture of the whole map is in its own units */

/**
 * @param {string} what
 * @param {(Node | string)[]} children
 */
function make(what, ...children) {
  const node = document.createElement("div");
  node.className = what;
  node.append(...children);
  return node;
}

export class Ground {
  /**
   * @param {HTMLElement} walk
   * @param {HTMLElement[]} steps
   */
  constructor(walk, steps) {
    this.steps = steps;
    const strip = walk.querySelector(".tl-strip");
    this.time = strip ? /** @type {HTMLElement} */ (strip.cloneNode(true)) : make("");
    for (const mark of this.time.querySelectorAll(".is-here, .tl-strip__mark")) {
      mark.classList.remove("is-here");
      if (mark.matches(".tl-strip__mark")) this.mark = /** @type {HTMLElement} */ (mark);
    }
    for (const link of this.time.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const step of steps) {
      const mark = step.querySelector(".tl-strip__mark")?.cloneNode();
      if (mark instanceof HTMLElement) this.time.append(Object.assign(mark, { className: "tl-strip__mark is-other" }));
    }
    this.images = new Map();
    this.land = make("tl-ground__land");
    const place = Object.assign(document.createElement("li"), { className: "tl-ground__place" });
    place.setAttribute("aria-hidden", "true");
    place.append(make("tl-ground", this.time, this.land));
    walk.querySelector(".tl-steps")?.append(place);
    walk.classList.add("is-staged");
  }

  /** @param {number} n */
  show(n) {
    const step = this.steps[n];
    const here = /** @type {HTMLElement | null} */ (step.querySelector(".tl-strip__mark"));
    for (const name of ["--from", "--to"])
      this.mark?.style.setProperty(name, here?.style.getPropertyValue(name) || "0");
    this.time.dataset.topic = step.dataset.topic || "";
    const crop = step.querySelector(".tl-map > img")?.getAttribute("src") || "";
    const [, file, left, top, width] = /^(.*)#svgView\(viewBox\(([-\d]+),([-\d]+),(\d+),/.exec(crop) || [];
    for (const [name, image] of this.images) image.classList.toggle("is-now", name === file);
    if (!file) return;
    this.land.style.aspectRatio =
      step
        .querySelector(".tl-map")
        ?.getAttribute("style")
        ?.replace(/^--wide:(\d+);--high:(\d+).*/, "$1 / $2") || "";
    const share = (/** @type {number} */ units) => `${(100 * units) / Number(width)}cqw`;
    /* Not by a transform: borders would grow with the land. */
    const style = { width: share(UNITS), left: share(-Number(left)), top: share(-Number(top)) };
    Object.assign((this.images.get(file) || this.image(file)).style, style);
  }

  /** @param {string} file */
  image(file) {
    const image = new Image();
    image.alt = "";
    image.src = file;
    image.className = "is-now";
    this.images.set(file, image);
    this.land.append(image);
    return image;
  }
}
