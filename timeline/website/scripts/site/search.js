/** The button that opens Material's search box, which hangs on a hidden checkbox; Escape closes it and leads back. */

export function openSearch() {
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
  const query = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
  if (!toggle || !opener || !query) return;
  opener.addEventListener("click", () => {
    if (!toggle.checked) toggle.click();
    query.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) setTimeout(() => opener.focus());
  });
  /* Material listens to keys alone, and so misses what is pasted, dictated or composed. */
  query.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")));
}
