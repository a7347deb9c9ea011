/** Offers to correct a sentence: beside what is selected, and at the foot of a page. The rest comes when wanted. */

import { button } from "../dom.js";
import { part } from "../parts.js";
import { script } from "./search.js";

const SHORTEST = 3;

let offer = /** @type {HTMLElement | null} */ (null);

/** What is selected in the text of the page, or nothing. */
function selected() {
  const chosen = getSelection();
  const node = chosen?.anchorNode?.parentElement?.closest(".tl-content");
  return chosen && node && chosen.toString().trim().length >= SHORTEST ? chosen.getRangeAt(0) : null;
}

/**
 * @param {HTMLElement} foot what says which file the page's text is
 * @param {HTMLElement} from the button that was pressed
 */
function open(foot, from) {
  const range = selected();
  const opened = part("correcting");
  if (opened) return opened(foot, range);
  const src = new URL("correcting.js", script).href;
  const onload = () => part("correcting")(foot, range);
  const onerror = () => (from.textContent = "This could not be loaded: try again");
  document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
}

/** Offers the button beside what is selected, and takes it away with the selection. */
function follow() {
  const foot = /** @type {HTMLElement | null} */ (document.querySelector(".tl-edit[data-file]"));
  offer?.remove();
  offer = null;
  if (!foot || !selected() || document.querySelector("dialog[open]")) return;
  const area = getSelection()?.getRangeAt(0).getBoundingClientRect();
  if (!area) return;
  offer = button(
    { class: "tl-correct__offer", click: (/** @type {any} */ event) => open(foot, event.currentTarget) },
    "Correct this sentence",
  );
  offer?.addEventListener("mousedown", (event) => event.preventDefault()); /* the selection stays */
  document.body.append(/** @type {HTMLElement} */ (offer));
  const { style } = /** @type {HTMLElement} */ (offer);
  style.top = `${scrollY + area.bottom + 6}px`;
  style.left = `${Math.max(8, Math.min(area.left, innerWidth - 200)) + scrollX}px`;
}

export function followSelections() {
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(follow, 250);
  });
}

/** Puts the same at the foot of the page, for those who select nothing. */
export function offerCorrections() {
  const foot = /** @type {HTMLElement | null} */ (document.querySelector(".tl-edit[data-file]:not([data-offered])"));
  if (!foot) return;
  foot.dataset.offered = "";
  foot.append(
    " · ",
    button(
      { class: "tl-correct__foot", click: (/** @type {any} */ event) => open(foot, event.currentTarget) },
      "Correct a sentence",
    ),
  );
}
