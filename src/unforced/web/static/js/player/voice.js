// For the ear, in words: short sounds that came with the program, or, where a cue has none, a voice of the browser's
// own that speaks on this computer. A voice that would send the words anywhere is never used.
export class Voice {
  #buffers = new Map();
  #said = -1;

  constructor(cues) {
    this.cues = cues;
  }

  // The addresses of a cue's sound in this voice, the better first.
  #ways(cue, kind) {
    return cue.voice?.[kind] ?? [];
  }

  has(cue, kind) {
    return this.#ways(cue, kind).length > 0 || this.#own() !== undefined;
  }

  #own() {
    const voices = globalThis.speechSynthesis?.getVoices?.() ?? [];
    return voices.find((voice) => voice.localService && voice.lang.startsWith("en"));
  }

  // The cues from this second on, each with its sound; null where it couldn't be had.
  async fetched(context, kind, second) {
    const wanted = this.cues.filter((cue) => cue.at >= second && this.#ways(cue, kind).length);
    return Promise.all(wanted.map(async (cue) => [cue, await this.#buffer(context, this.#ways(cue, kind))]));
  }

  #buffer(context, ways) {
    const [first] = ways;
    if (!this.#buffers.has(first)) this.#buffers.set(first, this.#decoded(context, ways));
    return this.#buffers.get(first);
  }

  async #decoded(context, ways) {
    for (const address of ways) {
      try {
        const answer = await fetch(address);
        if (answer.ok) return await context.decodeAudioData(await answer.arrayBuffer());
      } catch {
        // the next of its formats, or nothing
      }
    }
    return null;
  }

  // At the beginning of a cue: the browser's own voice, where this cue has no sound of ours.
  say(second, kind) {
    const place = this.cues.findIndex((cue) => second < cue.at + cue.seconds);
    const cue = this.cues[place];
    if (!cue || place === this.#said || second - cue.at > 1) return;
    this.#said = place;
    const own = this.#ways(cue, kind).length ? undefined : this.#own();
    if (!own) return;
    const words = new SpeechSynthesisUtterance(cue.text);
    words.voice = own;
    words.rate = 0.9;
    speechSynthesis.speak(words);
  }

  stop() {
    this.#said = -1;
    globalThis.speechSynthesis?.cancel?.();
  }
}
