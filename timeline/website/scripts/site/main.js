/** Small things that every page has. Everything reads without them. */

import { offerCopies } from "./citations.js";
import { followSelections, offerCorrections } from "./correcting.js";
import { followFiles } from "./files.js";
import { followFolds } from "./folding.js";
import { offerColours } from "./palette.js";
import { openSearch } from "./search.js";
import { markSection } from "./sections.js";

offerColours();
openSearch();
followFiles();
followSelections();
markSection();
offerCopies();
offerCorrections();
followFolds();
