/** The section that the page belongs to. The header stays when instant navigation changes the page. */

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
