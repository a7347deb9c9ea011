// A memory in the place of the one that a browser refuses or lacks: the theme's scripts, its colours first, ask for it.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[/** @type {"localStorage"} */ (name)].length;
  } catch {
    /** @type {Map<string, string>} */
    const kept = new Map();
    const value = {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ text) => void kept.set(key, String(text)),
      removeItem: (/** @type {string} */ key) => void kept.delete(key),
      clear: () => kept.clear(),
      key: (/** @type {number} */ at) => [...kept.keys()][at] ?? null,
      get length() {
        return kept.size;
      },
    };
    Object.defineProperty(window, name, { value, configurable: true });
  }
}
