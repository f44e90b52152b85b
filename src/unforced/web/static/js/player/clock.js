// A clock that can be paused. It reads the one that never jumps, so nothing is ever summed up.
export class Clock {
  #began = 0;
  #at = 0;
  running = false;

  get seconds() {
    return this.running ? (performance.now() - this.#began) / 1000 : this.#at;
  }

  // The moment at which its second 0 was, in milliseconds of the page's own clock.
  get zero() {
    return this.running ? this.#began : performance.now() - this.#at * 1000;
  }

  start(at = this.#at) {
    this.#began = performance.now() - at * 1000;
    this.running = true;
  }

  pause() {
    this.#at = this.seconds;
    this.running = false;
  }

  reset(at = 0) {
    this.#at = at;
    this.running = false;
  }
}
