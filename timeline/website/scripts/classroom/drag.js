/** Dragging one item of a list to another place, by mouse, pen or finger. */

/**
 * @param {PointerEvent} down
 * @param {HTMLElement} item
 * @param {HTMLElement} grip what was taken hold of
 * @param {() => HTMLElement[]} items all items, in order
 * @param {() => void} ended
 */
export function dragged(down, item, grip, items, ended) {
  const over = new AbortController();
  const { signal } = over;
  down.preventDefault();
  grip.focus();
  grip.setPointerCapture(down.pointerId);
  item.classList.add("is-held");
  const moved = (/** @type {PointerEvent} */ event) => {
    const y = event.clientY;
    /* A list longer than the window comes along at its edges. */
    if (y < 50) scrollBy(0, -12);
    else if (y > innerHeight - 50) scrollBy(0, 12);
    const boxes = items().map((other) => ({ other, box: other.getBoundingClientRect() }));
    const found = boxes.find(({ other, box }) => other !== item && y > box.top && y < box.bottom);
    if (!found) return;
    const { other, box } = found;
    const before = y < box.top + box.height / 2;
    if ((before ? other.previousElementSibling : other.nextElementSibling) === item) return;
    if (before) other.before(item);
    else other.after(item);
    if (!grip.hasPointerCapture(down.pointerId)) grip.setPointerCapture(down.pointerId);
  };
  const end = () => {
    over.abort();
    item.classList.remove("is-held");
    ended();
  };
  grip.addEventListener("pointermove", moved, { signal });
  grip.addEventListener("pointerup", end, { signal });
  grip.addEventListener("pointercancel", end, { signal });
}
