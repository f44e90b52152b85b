// For the ear: a tone that rises, stays or falls with the breath, or a voice. Everything is scheduled ahead on the
// sound's own clock, so a tab that is out of sight keeps time. Without a sound device it stays silent.
import { Voice } from "./voice.js";

const GAIN = 0.11;
const FADE = 0.06;
const STRAYS = 0.06; // seconds from which on it is scheduled anew
const TONES = {
  rising: { from: 196, to: 294, whole: true },
  level: { from: 294, to: 294, whole: true },
  falling: { from: 294, to: 165, whole: true },
  soft: { from: 262, to: 262, long: 1.4 },
  closing: { from: 220, to: 131, long: 2.6 },
};

export class Sound {
  #context = null;
  #master = null;
  #sources = [];
  #began = 0;
  #strayed = false;

  constructor(cues, clock) {
    this.cues = cues;
    this.clock = clock;
    this.kind = "off";
    this.voice = new Voice(cues);
  }

  // Has to be called from a tap, since a browser lets sound begin only there. False where there is none to be had.
  async wake() {
    try {
      this.#context ??= new AudioContext({ latencyHint: "playback" });
      await Promise.race([this.#context.resume(), new Promise((done) => setTimeout(done, 800))]);
      return this.#awake;
    } catch {
      return false;
    }
  }

  get #awake() {
    return this.#context?.state === "running";
  }

  // When second 0 is heard, on the sound's own clock. Nothing here asks what time it is now, since a busy machine can
  // hold a page up between two such questions.
  #zero() {
    const { contextTime, performanceTime } = this.#context.getOutputTimestamp?.() ?? {};
    if (!performanceTime) return this.#context.currentTime + (this.clock.zero - performance.now()) / 1000;
    return contextTime + (this.clock.zero - performanceTime) / 1000;
  }

  // Schedules everything from now on.
  play() {
    this.voice.stop();
    this.#schedule();
  }

  #schedule() {
    this.#silence();
    if (this.kind === "off" || !this.#awake) return;
    const second = this.clock.seconds;
    const master = this.#context.createGain();
    master.connect(this.#context.destination);
    this.#master = master;
    this.#began = this.#zero();
    const speaks = this.kind !== "tones";
    for (const cue of this.cues) {
      const ends = cue.at + cue.seconds;
      const told = speaks && this.voice.has(cue, this.kind) && !TONES[cue.tone]?.whole;
      if (ends > second && cue.tone && !told) this.#tone(cue, second);
    }
    if (speaks) this.#speak(second, master);
  }

  // A cue has begun.
  keep() {
    this.steady(true);
    if (this.#awake && this.kind !== "off" && this.kind !== "tones") this.voice.say(this.clock.seconds, this.kind);
  }

  // Looked at every second: scheduled anew where it came late, was held up, or where the two clocks drifted apart.
  // In the middle of a cue only when it strays twice running, since one reading can be off and a tone would dip.
  steady(begins = false) {
    if (this.kind === "off" || !this.#awake) return;
    const strays = !this.#master || Math.abs(this.#zero() - this.#began) > STRAYS;
    if (strays && (begins || this.#strayed || !this.#master)) this.#schedule();
    this.#strayed = strays;
  }

  // At once, and without a click.
  stop() {
    this.voice.stop();
    this.#silence();
  }

  #silence() {
    if (!this.#master) return;
    const now = this.#context.currentTime;
    this.#master.gain.setTargetAtTime(0, now, 0.01);
    for (const source of this.#sources) source.stop(now + 0.08);
    this.#master = null;
    this.#sources = [];
  }

  #tone(cue, second) {
    const tone = TONES[cue.tone];
    const begins = Math.max(cue.at, second);
    const ends = tone.whole ? cue.at + cue.seconds : cue.at + tone.long;
    if (ends - begins < 8 * FADE) return;
    const from = this.#began + begins;
    const to = this.#began + ends;
    const first = tone.from + ((tone.to - tone.from) * (begins - cue.at)) / (ends - cue.at);
    const pitch = this.#context.createOscillator();
    const loud = this.#context.createGain();
    pitch.frequency.setValueAtTime(first, from);
    pitch.frequency.linearRampToValueAtTime(tone.to, to);
    loud.gain.setValueAtTime(0, from);
    loud.gain.linearRampToValueAtTime(GAIN, from + (tone.whole ? 4 * FADE : FADE));
    loud.gain.setValueAtTime(GAIN, tone.whole ? to - 4 * FADE : from + FADE);
    loud.gain.linearRampToValueAtTime(0, to);
    pitch.connect(loud).connect(this.#master);
    pitch.start(from);
    pitch.stop(to);
    this.#sources.push(pitch);
    performance.mark("tone", { detail: { at: begins, time: from, first, last: tone.to } });
  }

  // A tone is there in the place of a sound that can't be fetched.
  async #speak(second, master) {
    const fetched = await this.voice.fetched(this.#context, this.kind, second);
    if (this.#master !== master) return;
    for (const [cue, buffer] of fetched) {
      const time = this.#began + cue.at + FADE;
      if (!buffer || time < this.#context.currentTime) continue;
      const source = this.#context.createBufferSource();
      source.buffer = buffer;
      source.connect(master);
      source.start(time);
      this.#sources.push(source);
      performance.mark("voice", { detail: { at: cue.at, time } });
    }
  }
}
