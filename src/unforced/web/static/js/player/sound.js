// For the ear: a tone that rises, stays or falls with the breath, or a voice. Everything is scheduled ahead on the
// sound's own clock, so a tab that is out of sight keeps time. Without a sound device it stays silent.
const GAIN = 0.11;
const FADE = 0.06;
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
  #voices = new Map();
  #began = 0;
  scheduled = [];

  constructor(cues) {
    this.cues = cues;
    this.kind = "off";
  }

  // Has to be called from a tap, since a browser lets sound begin only there. False where there is none to be had.
  async wake() {
    try {
      this.#context ??= new AudioContext({ latencyHint: "playback" });
      await Promise.race([this.#context.resume(), new Promise((done) => setTimeout(done, 800))]);
      return this.#context.state === "running";
    } catch {
      return false;
    }
  }

  get offset() {
    return this.#context ? this.#context.currentTime - this.#began : 0;
  }

  // Schedules everything from this second on.
  async play(second) {
    this.stop();
    if (this.kind === "off" || !this.#context) return;
    const master = this.#context.createGain();
    master.connect(this.#context.destination);
    this.#master = master;
    this.#began = this.#context.currentTime - second;
    for (const cue of this.cues) if (cue.at + cue.seconds > second && cue.tone) this.#tone(cue, second, master);
    if (this.kind !== "tones") await this.#speak(second, master);
  }

  stop() {
    this.#master?.disconnect();
    this.#master = null;
    this.scheduled = [];
  }

  #tone(cue, second, master) {
    const tone = TONES[cue.tone];
    if (this.kind !== "tones" && cue.voice?.[this.kind] && !tone.whole) return;
    const begins = Math.max(cue.at, second);
    const ends = tone.whole ? cue.at + cue.seconds : cue.at + tone.long;
    if (ends - begins < 4 * FADE) return;
    const gone = (begins - cue.at) / (ends - cue.at);
    const from = this.#began + begins;
    const to = this.#began + ends;
    const pitch = this.#context.createOscillator();
    const loud = this.#context.createGain();
    pitch.frequency.setValueAtTime(tone.from + (tone.to - tone.from) * gone, from);
    pitch.frequency.linearRampToValueAtTime(tone.to, to);
    loud.gain.setValueAtTime(0, from);
    loud.gain.linearRampToValueAtTime(GAIN, from + (tone.whole ? 6 * FADE : FADE));
    tone.whole ? loud.gain.setValueAtTime(GAIN, to - 4 * FADE) : loud.gain.setValueAtTime(GAIN, from + FADE);
    loud.gain.linearRampToValueAtTime(0, to);
    pitch.connect(loud).connect(master);
    pitch.start(from);
    pitch.stop(to);
    this.scheduled.push({ at: begins, time: from });
  }

  async #speak(second, master) {
    const wanted = this.cues.filter((cue) => cue.at >= second && cue.voice?.[this.kind]);
    await Promise.all(wanted.map((cue) => this.#fetched(cue.voice[this.kind])));
    if (this.#master !== master) return;
    for (const cue of wanted) {
      const buffer = this.#voices.get(cue.voice[this.kind]);
      const time = this.#began + cue.at + FADE;
      if (!buffer || time < this.#context.currentTime) continue;
      const source = this.#context.createBufferSource();
      source.buffer = buffer;
      source.connect(master);
      source.start(time);
    }
  }

  async #fetched(address) {
    if (this.#voices.has(address)) return;
    try {
      const answer = await fetch(address);
      this.#voices.set(address, await this.#context.decodeAudioData(await answer.arrayBuffer()));
    } catch {
      this.#voices.set(address, null); // a tone is there in its place
    }
  }
}
