/** What charts have on a screen; instant navigation runs this again on each page. */

import { mount } from "./chart.js";

document.querySelectorAll("[data-chart]").forEach((figure) => mount(/** @type {HTMLElement} */ (figure)));
