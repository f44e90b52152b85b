// A practice, played: for the eye, the ear and the hand, each enough by itself. It never begins by itself and stops
// at once. What is shown always follows from the clock; a timer only says when to look at it again.
import { Live, hand, screenAwake } from "./around.js";
import { Choosing } from "./choosing.js";
import { Clock } from "./clock.js";
import { Sound } from "./sound.js";
import { Stage } from "./stage.js";
import { Timeline } from "./timeline.js";

const root = document.getElementById("player");
const timeline = new Timeline(JSON.parse(root.dataset.timeline));
const clock = new Clock();
const stage = new Stage(root.querySelector(".stage"), timeline, root.dataset.counted === "yes");
const sound = new Sound(timeline.cues, clock);
const live = new Live(document.getElementById("now"));
const choosing = new Choosing(root, sound, { live, clock, rest, go });
const begin = root.querySelector(".begin");
const again = root.querySelector(".again");
let timer = 0;
let place = -1;

// Before, while it plays, while it rests in the middle, and after: what may be pressed, and how the page is laid out.
function label(after = false) {
  const middle = clock.seconds > 0 && clock.seconds < timeline.seconds;
  const resting = middle || after;
  const goOn = middle ? begin.dataset.goOn : after ? begin.dataset.again : begin.dataset.begin;
  begin.textContent = clock.running ? begin.dataset.pause : goOn;
  again.hidden = clock.running || !middle;
  document.body.classList.toggle("playing", clock.running);
  document.body.classList.toggle("begun", clock.running || (resting && place >= 0) || after);
}

function look() {
  clearTimeout(timer);
  if (!clock.running) return;
  const second = clock.seconds;
  const now = timeline.at(second);
  if (now >= timeline.cues.length) return over();
  stage.show(now, second);
  if (now !== place) arrive(now, second);
  else sound.steady();
  timer = setTimeout(look, Math.max(0, (timeline.next(second) - clock.seconds) * 1000));
}

function arrive(now, second) {
  place = now;
  const cue = timeline.cues[now];
  performance.mark("cue", { detail: { place: now, at: cue.at, second } });
  live.say(cue.text);
  hand.feel(cue.vibration);
  sound.keep();
  history.replaceState({ ...history.state, second: cue.at }, "");
}

function go() {
  clock.start();
  place = -1;
  look();
  stage.move(clock.seconds, true);
  label();
  scrollTo({ top: 0, behavior: "instant" });
  screenAwake.keep();
  choosing.wake();
}

function rest() {
  clock.pause();
  clearTimeout(timer);
  stage.move(clock.seconds, false);
  quiet();
  label();
}

function quiet() {
  sound.stop();
  hand.stop();
  live.stop();
  screenAwake.release();
}

function stop(sentence = "") {
  clearTimeout(timer);
  clock.reset();
  place = -1;
  quiet();
  stage.clear(sentence);
  history.replaceState({ ...history.state, second: 0 }, "");
  label(sentence !== "");
}

function over() {
  performance.mark("over", { detail: { second: clock.seconds } });
  stop(timeline.cues.at(-1).text);
}

begin.addEventListener("click", () => (clock.running ? rest() : go()));
again.addEventListener("click", () => {
  stop();
  begin.focus();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("button, a, input, select, textarea, summary");
  if (event.key === "Escape" && document.body.classList.contains("begun")) stop();
  if (event.key === " " && !event.repeat && (!typing || typing === begin) && !choosing.asking) {
    event.preventDefault();
    begin.click();
  }
});
begin.addEventListener("keyup", (event) => event.key === " " && event.preventDefault());

// A tab that comes back looks at the clock at once.
document.addEventListener("visibilitychange", () => {
  if (document.hidden || !clock.running) return;
  look();
  stage.move(clock.seconds, true);
  screenAwake.keep();
  choosing.wake();
});
stage.still.addEventListener("change", () => stage.move(clock.seconds, clock.running));
addEventListener("pagehide", quiet);

const left = history.state?.second ?? 0;
if (left > 0 && left < timeline.seconds) clock.reset(left);
root.hidden = false;
document.querySelector(".aslist")?.removeAttribute("open");
label();
