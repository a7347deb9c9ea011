/** The section that the page belongs to: a shell is the same for all pages of a depth. */

/** @param {string} path */
const folder = (path) => path.replace(/index\.html$/, "");

export function markSection() {
  const here = folder(location.pathname);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-section]"))) {
    const path = folder(link.pathname);
    if (path === here) link.setAttribute("aria-current", "page");
    else if (link.dataset.section !== "home" && here.startsWith(path)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
