// Runs in every measured page before its own scripts: when the first event can be opened, and what scripts cost a
// frame. Callbacks of frames, timers and events are timed from the outside, so that one measure fits every page.
(() => {
  const probe = window.__bench = { ready: 0, frames: [], scripts: [], draws: [], on: false };
  const frame = window.requestAnimationFrame.bind(window);
  let depth = 0, spent = 0, last = 0;

  function timed(callback) {
    return function (...given) {
      if (depth) return callback.apply(this, given);
      const start = performance.now();
      depth = 1;
      try { return callback.apply(this, given); } finally { depth = 0; spent += performance.now() - start; }
    };
  }
  window.requestAnimationFrame = (callback) => frame(timed(callback));
  for (const name of ["setTimeout", "setInterval"]) {
    const original = window[name].bind(window);
    window[name] = (callback, ...rest) => original(typeof callback === "function" ? timed(callback) : callback, ...rest);
  }
  const known = new WeakMap(), add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (typeof listener !== "function") return add.call(this, type, listener, options);
    if (!known.has(listener)) known.set(listener, timed(listener));
    return add.call(this, type, known.get(listener), options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    return remove.call(this, type, known.get(listener) || listener, options);
  };

  // A drag that ends on a link is no visit.
  add.call(window, "click", (event) => { if (event.target.closest?.("a")) event.preventDefault(); }, true);

  // Our component's own draw(): on the element, or on the view that it holds.
  customElements.whenDefined("timeline-view").then((element) => {
    const held = document.querySelector("timeline-view")?.view;
    const owner = element.prototype.draw ? element.prototype : held && Object.getPrototypeOf(held);
    if (!owner?.draw) return;
    const draw = owner.draw;
    owner.draw = function () {
      const start = performance.now();
      draw.call(this);
      if (probe.on) probe.draws.push(performance.now() - start);
    };
  });

  // The first event that a click would reach, looked for after each frame.
  function look() {
    for (const link of Array.from(document.querySelectorAll(probe.target)).slice(0, 40)) {
      const box = link.getBoundingClientRect();
      const x = Math.max(box.left, 0) + Math.min(box.width, 60) / 2, y = box.top + box.height / 2;
      if (box.width > 1 && link.contains(document.elementFromPoint(x, y))) return true;
    }
    return false;
  }
  function wait() {
    if (document.body && look()) probe.ready = performance.now();
    else frame(() => setTimeout(wait, 0));
  }
  probe.watch = (target) => { probe.target = target; frame(wait); };

  // A frame's script time is what ran since the frame before.
  frame(function tick(now) {
    if (probe.on && last) { probe.frames.push(now - last); probe.scripts.push(spent); }
    last = now;
    spent = 0;
    frame(tick);
  });
})();
