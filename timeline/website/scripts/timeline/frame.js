/** A bare timeline in a frame on another site: tells the page around it how tall it is, so that nothing is cut. */

/**
 * Says the height to whoever holds the frame, now and at every change; on a page of its own it does nothing.
 * @param {AbortSignal} signal ends it
 */
export function tellHeight(signal) {
  if (window.parent === window || !document.querySelector(".tl-embed")) return;
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    window.parent.postMessage({ type: "timeline-height", height }, "*");
  };
  const observer = new ResizeObserver(tell);
  observer.observe(document.body);
  signal.addEventListener("abort", () => observer.disconnect());
  tell();
}
