// For the eye: a shape that grows and shrinks with the breath, a word of the breath and the count in it, a sentence
// under it, and a line that shortens. Where nothing grows or shrinks there is no shape: a sentence has the room alone.
const SMALL = 0.58;
const REACHES = { in: 1, out: SMALL, tense: SMALL, release: 1 };
const BREATH = new Set(["in", "hold", "out"]);
const COUNTED = new Set([...BREATH, "tense"]);
const LONGEST = 3; // of the sentences; they hold the room for all of them, so that nothing jumps

export class Stage {
  #animations = [];

  constructor(root, timeline, counted) {
    this.root = root;
    this.timeline = timeline;
    this.counted = counted;
    this.word = root.querySelector(".word");
    this.count = root.querySelector(".count");
    this.sentence = root.querySelector(".sentence");
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.#setUp();
  }

  // What there is to look at follows from the practice alone, so that it stays the same while it plays.
  #setUp() {
    const { cues } = this.timeline;
    const phases = new Set(cues.map((cue) => cue.phase));
    const breath = phases.has("in");
    this.root.dataset.kind = breath ? "breath" : phases.has("tense") || phases.has("release") ? "muscles" : "still";
    this.root.dataset.counted = this.counted && [...phases].some((phase) => COUNTED.has(phase)) ? "yes" : "no";
    const told = [...new Set(cues.filter((cue) => !BREATH.has(cue.phase)).map((cue) => cue.text))];
    for (const text of told.sort((one, other) => other.length - one.length).slice(0, LONGEST)) {
      const room = document.createElement("span");
      room.className = "room";
      room.textContent = text;
      this.sentence.parentElement.append(room);
    }
  }

  // Every size that the shape has, over the whole of it: one animation that can't drift away from its own clock.
  #sizes() {
    let size = SMALL;
    const frames = [{ offset: 0, transform: `scale(${size})`, easing: "ease-in-out" }];
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
    const breath = BREATH.has(cue.phase);
    this.root.dataset.phase = cue.phase;
    this.#say(breath ? cue.text : "", breath ? "" : cue.text);
    const counts = this.counted && COUNTED.has(cue.phase);
    this.count.textContent = counts ? String(this.timeline.count(place, second)) : "";
  }

  #say(word, sentence) {
    if (this.word.textContent !== word) this.word.textContent = word;
    if (this.sentence.textContent !== sentence) this.sentence.textContent = sentence;
  }

  // Stands still, with a last sentence where there is one.
  clear(sentence = "") {
    this.#say("", sentence);
    this.count.textContent = "";
    delete this.root.dataset.phase;
    this.move(null);
  }
}
