// The timeline of a practice, as the page brings it: cues in order, without a gap.
export class Timeline {
  constructor(cues) {
    this.cues = cues;
    const last = cues.at(-1);
    this.seconds = last.at + last.seconds;
  }

  // The place of the cue at this second; one past the last when it is over.
  at(second) {
    const place = this.cues.findIndex((cue) => second < cue.at + cue.seconds);
    return place < 0 ? this.cues.length : place;
  }

  // How many whole seconds of the cue have begun, from 1.
  count(place, second) {
    const cue = this.cues[place];
    return Math.min(cue.seconds, Math.max(1, Math.floor(second - cue.at) + 1));
  }

  // When something next changes: another count or another cue.
  next(second) {
    return Math.floor(second + 1e-6) + 1;
  }
}
