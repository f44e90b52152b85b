// A clock that can be paused. It reads the one that never jumps, so nothing is ever summed up.
export class Clock {
  #began = 0;
  #at = 0;
  running = false;

  get seconds() {
    return this.running ? (performance.now() - this.#began) / 1000 : this.#at;
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
