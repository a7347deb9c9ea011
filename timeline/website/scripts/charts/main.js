/** What charts have on a screen. */

import { mount } from "./chart.js";

document.querySelectorAll("[data-chart]").forEach((figure) => mount(/** @type {HTMLElement} */ (figure)));
