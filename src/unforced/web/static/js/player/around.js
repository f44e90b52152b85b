// What a browser may have or not: vibration, a screen that stays awake, a place to remember a setting. None is needed.
export const hand = {
  on: false,
  there: "vibrate" in navigator,
  feel(pattern) {
    if (this.on && this.there && !document.hidden && pattern.length) navigator.vibrate(pattern);
  },
  stop() {
    if (this.there) navigator.vibrate(0);
  },
};

let lock = null;
export const screenAwake = {
  async keep() {
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      lock = null;
    }
  },
  release() {
    lock?.release().catch(() => {});
    lock = null;
  },
};

// Only how it sounds is remembered, never what was played.
export const setting = {
  read(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // blocked: it holds for this page
    }
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
