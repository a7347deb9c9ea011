/** Small things that every page has. Everything reads without them. */

import { offerCopies } from "./citations.js";
import { followSelections, offerCorrections } from "./correcting.js";
import { followFiles } from "./files.js";
import { openSearch } from "./search.js";
import { markSection } from "./sections.js";

function arrive() {
  markSection();
  offerCopies();
  offerCorrections();
}

openSearch();
followFiles();
followSelections();
arrive(); /* Material tells of no page on file:// */
/** @type {any} */ (window).document$?.subscribe(arrive);
