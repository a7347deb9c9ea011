/** A folder has no index on a disk: on file:// links name it. */

export function followFiles() {
  if (location.protocol !== "file:") return;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
    event.preventDefault();
    location.href = `${link.pathname}index.html${link.search}${link.hash}`;
  });
}
