/** What classroom packs and the story have on a screen. */

import { define } from "../dom.js";
import { AssignedTask } from "./assign.js";
import { CopyText, PrintPart } from "./buttons.js";
import { OrderQuiz } from "./quiz.js";
import { SlideShow } from "./slides.js";

define("print-part", PrintPart);
define("copy-text", CopyText);
define("assigned-task", AssignedTask);
define("order-quiz", OrderQuiz);
define("slide-show", SlideShow);
