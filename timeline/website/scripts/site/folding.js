/** What is folded opens for an address that leads into it, and on paper; what is wider than the page scrolls by key. */

const WIDE = ".md-typeset :is(pre, table:not([class]))";

function openTarget() {
  const aim = document.querySelector(":target");
  const folded = /** @type {HTMLDetailsElement | null | undefined} */ (aim?.closest("details:not([open])"));
  if (!folded) return;
  folded.open = true;
  aim?.scrollIntoView();
}

export function followFolds() {
  let opened = /** @type {HTMLDetailsElement[]} */ ([]);
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (matches)
      opened = [...document.querySelectorAll(".tl-content details:not([open])")].map((one) => /** @type {any} */ (one));
    for (const one of opened) one.open = matches;
  });
  addEventListener("hashchange", openTarget);
  openTarget();
  addEventListener("load", reachWide); /* the page is laid out by then anyhow */
}

function reachWide() {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(WIDE)))
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
}
