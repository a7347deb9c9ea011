/** <map-view>: the map of a page in step with time. */

import { define } from "../dom.js";
import { MapView } from "./view.js";

define("map-view", MapView);
