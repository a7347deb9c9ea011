/** Dragging by mouse, pen or one finger, and pinching by two. */

/** @import {Period} from "./calendar.js" */
/** @import {View} from "./view.js" */

/**
 * Shows one range of many that follow one another; clusters become buttons again when hands have been at rest for
 * a moment.
 * @param {View} view
 * @param {Period} range
 */
export function travel(view, range) {
  clearTimeout(view.moving);
  view.moving = setTimeout(() => {
    view.moving = 0;
    view.paint();
  }, 120);
  view.show(range);
}

/**
 * What listens to one drag or pinch. Vertical moves stay the page's.
 * @param {View} view
 * @param {(e: PointerEvent) => any} begin
 * @param {(start: any, dx: number, pinch: number, at: number) => void} move
 */
export function dragging(view, begin, move) {
  const fingers = /** @type {Map<number, PointerEvent>} */ (new Map());
  let start = /** @type {any} */ (null);
  let x0 = 0;
  let gap0 = 0;
  const middle = () => [...fingers.values()].reduce((sum, e) => sum + e.clientX, 0) / fingers.size;
  const gap = () => {
    const [a, b] = fingers.values();
    return b ? Math.max(24, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)) : 1;
  };
  const restart = (/** @type {PointerEvent} */ e) => {
    start = begin(e);
    x0 = middle();
    gap0 = gap();
  };
  const end = (/** @type {PointerEvent} */ e) => {
    if (!fingers.delete(e.pointerId)) return;
    if (fingers.size) return restart(e);
    if (view.dragged) view.note(0);
    /* After the click that ends a drag. */
    setTimeout(() => {
      view.dragged = false;
    });
  };
  return {
    pointerdown: (/** @type {PointerEvent} */ e) => {
      if (e.button > 0 || /** @type {HTMLElement} */ (e.target).closest("button")) return;
      fingers.set(e.pointerId, e);
      restart(e);
    },
    pointermove: (/** @type {PointerEvent} */ e) => {
      const node = /** @type {HTMLElement} */ (e.currentTarget);
      if (!fingers.has(e.pointerId)) return;
      fingers.set(e.pointerId, e);
      if (!view.dragged && fingers.size < 2 && Math.abs(middle() - x0) < 4) return;
      node.setPointerCapture(e.pointerId);
      view.dragged = true;
      move(start, middle() - x0, gap() / gap0, middle() - node.getBoundingClientRect().left);
    },
    pointerup: end,
    pointercancel: end,
    dragstart: (/** @type {Event} */ e) => e.preventDefault(),
  };
}
