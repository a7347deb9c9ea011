/** The button that opens the search, as `/` does, and an address that asks. The search itself comes then. */

export const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;

export function openSearch() {
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
  const query = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search] input"));
  if (!toggle || !opener || !query || !script) return;
  let asked = false;
  toggle.checked = false; /* a browser may remember how it stood before */
  toggle.addEventListener("change", () => {
    document.documentElement.toggleAttribute("data-searching", toggle.checked);
    if (!toggle.checked) return opener.focus({ preventScroll: true });
    query.focus();
    if (asked) return;
    asked = true;
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("search.js", script).href }));
  });
  const open = () => (toggle.checked ? query.focus() : toggle.click());
  opener.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape" && toggle.checked) toggle.click();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || at.matches("input, textarea, select"))
      return;
    event.preventDefault();
    open();
  });
  const words = new URLSearchParams(location.search).get("q");
  if (!words) return;
  query.value = words.slice(0, 100);
  open();
}
