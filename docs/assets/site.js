// @ts-check
/* Small things that need a script. Everything reads without it. */
(function () {
  "use strict";

  /* The button opens Material's search box, which hangs on a hidden checkbox. */
  document.addEventListener("click", function (event) {
    var target = /** @type {Element} */ (event.target);
    if (!target.closest || !target.closest("[data-search-open]")) return;
    var toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
    var query = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
    if (toggle && !toggle.checked) toggle.click();
    if (query) query.focus();
  });

  /* A folder has no index on a disk: on file:// links name it. */
  if (location.protocol === "file:") {
    document.addEventListener("click", function (event) {
      var link = /** @type {Element} */ (event.target).closest && /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
      if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
      event.preventDefault();
      location.href = link.pathname + "index.html" + link.search + link.hash;
    });
  }
})();
