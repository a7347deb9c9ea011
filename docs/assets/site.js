// @ts-check
/* Small things that need a script. Everything reads without it. */
(function () {
  "use strict";

  var toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  var opener = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-open]"));
  var query = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));

  /* The button opens Material's search box, which hangs on a hidden checkbox; Escape closes it and leads back. */
  if (toggle && opener && query) {
    var open = function () { if (toggle && !toggle.checked) toggle.click(); if (query) query.focus(); };
    opener.addEventListener("click", open);
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && toggle && toggle.checked) setTimeout(function () { if (opener) opener.focus(); });
    });
    /* Material listens to keys alone, and so misses what is pasted, dictated or composed. */
    query.addEventListener("input", function () { if (query) query.dispatchEvent(new KeyboardEvent("keyup")); });
  }

  /* The section that the page belongs to. The header stays when instant navigation changes the page. */
  function mark() {
    var here = location.pathname.replace(/index\.html$/, "");
    document.querySelectorAll("[data-section]").forEach(function (node) {
      var link = /** @type {HTMLAnchorElement} */ (node), path = link.pathname.replace(/index\.html$/, "");
      if (path === here) link.setAttribute("aria-current", "page");
      else if (link.dataset.section !== "home" && here.indexOf(path) === 0) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
  var pages = /** @type {any} */ (window).document$;
  if (pages) pages.subscribe(mark); else mark();

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
