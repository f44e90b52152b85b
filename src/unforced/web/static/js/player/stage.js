// For the eye: a shape that grows and shrinks with the breath, the word and the count in it, and a line that shortens.
const SMALL = 0.58;
const REACHES = { in: 1, out: SMALL, tense: SMALL, release: 1 };

export class Stage {
  #animations = [];

  constructor(root, timeline, counted) {
    this.root = root;
    this.timeline = timeline;
    this.counted = counted;
    this.word = root.querySelector(".word");
    this.count = root.querySelector(".count");
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.still.addEventListener("change", () => this.move(null));
  }

  // Every size that the shape has, over the whole of it: one animation that can't drift away from its own clock.
  #sizes() {
    let size = SMALL;
    const frames = [{ offset: 0, transform: `scale(${size})` }];
    for (const cue of this.timeline.cues) {
      size = REACHES[cue.phase] ?? size;
      const offset = Math.min(1, (cue.at + cue.seconds) / this.timeline.seconds);
      frames.push({ offset, transform: `scale(${size})`, easing: "ease-in-out" });
    }
    return frames;
  }

  #made() {
    const timing = { duration: this.timeline.seconds * 1000, fill: "both" };
    const line = [{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }];
    const shape = this.root.querySelector(".shape");
    const left = this.root.querySelector(".left");
    return [shape.animate(this.#sizes(), { ...timing, easing: "linear" }), left.animate(line, timing)];
  }

  // Goes on from a second; without one it stands still. Under reduced motion nothing moves but the text.
  move(second, running = false) {
    if (this.still.matches || second === null) {
      this.#animations.forEach((animation) => animation.cancel());
      this.#animations = [];
      return;
    }
    if (!this.#animations.length) this.#animations = this.#made();
    for (const animation of this.#animations) {
      animation.currentTime = second * 1000;
      running ? animation.play() : animation.pause();
    }
  }

  show(place, second) {
    const cue = this.timeline.cues[place];
    const breath = ["in", "hold", "out"].includes(cue.phase);
    this.root.dataset.phase = cue.phase;
    if (this.word.textContent !== cue.text) this.word.textContent = cue.text;
    const counts = (breath || cue.phase === "tense") && this.counted;
    this.count.textContent = counts ? String(this.timeline.count(place, second)) : "";
  }

  clear() {
    this.word.textContent = "";
    this.count.textContent = "";
    delete this.root.dataset.phase;
    this.move(null);
  }
}
