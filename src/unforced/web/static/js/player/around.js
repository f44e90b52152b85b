// What a browser may have or not: vibration, a screen that stays awake, a place to remember a setting. None is needed.
export const hand = {
  on: false,
  there: "vibrate" in navigator,
  feel(pattern) {
    if (this.on && this.there && !document.hidden && pattern.length) navigator.vibrate(pattern);
  },
  stop() {
    if (this.on && this.there) navigator.vibrate(0);
  },
};

let lock = null;
let wanted = false;
export const screenAwake = {
  async keep() {
    wanted = true;
    try {
      lock ??= await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => (lock = null));
    } catch {
      lock = null;
    }
    if (!wanted) this.release(); // it was stopped before the answer came
  },
  release() {
    wanted = false;
    lock?.release().catch(() => {});
    lock = null;
  },
};

// Only how it sounds is remembered, never what was played. ``here``: for this tab, until it is closed.
// Where nothing at all is to be kept, nothing is.
function kept(place, deed) {
  if ("noTrace" in document.body.dataset) return null;
  try {
    return deed(globalThis[place]);
  } catch {
    return null; // blocked: it holds for this page
  }
}
export const setting = {
  read: (name) => kept("localStorage", (store) => store.getItem(name)),
  write: (name, value) => kept("localStorage", (store) => store.setItem(name, value)),
  here: {
    read: () => kept("sessionStorage", (store) => store.getItem("unseen")),
    write: (value) => kept("sessionStorage", (store) => store.setItem("unseen", value)),
  },
};

// Speaks to a screen reader at most once in three seconds; the newest cue wins.
const EVERY = 3000;
export class Live {
  #last = -Infinity;
  #timer = 0;

  constructor(place) {
    this.place = place;
  }

  say(text) {
    clearTimeout(this.#timer);
    const wait = this.#last + EVERY - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => this.say(text), wait);
      return;
    }
    this.#last = performance.now();
    this.place.textContent = text;
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
