/** The reader of pasted references: the form loads it when somebody comes to the sources. */

import { leave } from "../parts.js";
import { sourcesIn } from "./bibliography.js";

leave("references", sourcesIn);
