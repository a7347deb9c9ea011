/** The reader of pasted references: the form loads it when somebody comes to the sources. */

import { sourcesIn } from "./bibliography.js";

Object.assign(globalThis, { pastedReferences: sourcesIn });
