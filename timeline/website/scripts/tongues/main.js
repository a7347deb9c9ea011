/** The letters of languages: the form loads them when somebody begins a quotation. */

import { leave } from "../parts.js";
import { misfit } from "./misfit.js";

leave("tongues", misfit);
