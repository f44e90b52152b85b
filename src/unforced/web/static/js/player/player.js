// A practice, played: for the eye, the ear and the hand, each enough by itself. It never begins by itself and stops
// at once. What is shown always follows from the clock; a timer only says when to look at it again.
import { Live, hand, screenAwake, setting } from "./around.js";
import { Clock } from "./clock.js";
import { Sound } from "./sound.js";
import { Stage } from "./stage.js";
import { Timeline } from "./timeline.js";

const root = document.getElementById("player");
const timeline = new Timeline(JSON.parse(root.dataset.timeline));
const clock = new Clock();
const stage = new Stage(root.querySelector(".stage"), timeline, root.dataset.counted === "yes");
const sound = new Sound(timeline.cues);
const live = new Live(document.getElementById("now"));
const begin = root.querySelector(".begin");
const again = root.querySelector(".again");
const kind = root.querySelector("select[name=sound]");
const ask = root.querySelector(".ask");
const feel = root.querySelector("input[name=vibration]");
let timer = 0;
let place = -1;
let asked = root.dataset.seen === "no";

function label() {
  const middle = clock.seconds > 0 && clock.seconds < timeline.seconds;
  begin.textContent = clock.running ? begin.dataset.pause : middle ? begin.dataset.goOn : begin.dataset.begin;
  again.hidden = clock.running || !middle;
  document.body.classList.toggle("playing", clock.running);
}

function look() {
  clearTimeout(timer);
  if (!clock.running) return;
  const second = clock.seconds;
  const now = timeline.at(second);
  if (now >= timeline.cues.length) return over();
  if (now !== place) arrive(now, second);
  stage.show(now, second);
  timer = setTimeout(look, Math.max(0, (timeline.next(second) - clock.seconds) * 1000));
}

function arrive(now, second) {
  place = now;
  const cue = timeline.cues[now];
  performance.mark("cue", { detail: { place: now, at: cue.at, second } });
  live.say(cue.text);
  hand.feel(cue.vibration);
  history.replaceState({ ...history.state, second: cue.at }, "");
}

function go() {
  clock.start();
  document.body.classList.add("playing");
  scrollTo({ top: 0, behavior: "instant" });
  stage.move(clock.seconds, true);
  look();
  label();
  screenAwake.keep();
  if (sound.kind !== "off") sound.wake().then((woke) => woke && clock.running && sound.play(clock.seconds));
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

function stop(second = 0) {
  clearTimeout(timer);
  clock.reset(second);
  place = -1;
  quiet();
  stage.clear();
  history.replaceState({ ...history.state, second: 0 }, "");
  label();
}

function over() {
  const last = timeline.cues.at(-1);
  stop();
  stage.word.textContent = last.phase === "end" ? last.text : "";
  root.dataset.over = "yes";
  performance.mark("over");
}

begin.addEventListener("click", () => {
  delete root.dataset.over;
  clock.running ? rest() : go();
});
again.addEventListener("click", () => stop());

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("button, a, input, select, textarea, summary");
  if (event.key === "Escape" && (clock.running || clock.seconds > 0)) stop();
  if (event.key === " " && !event.repeat && (!typing || typing === begin)) {
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
});
addEventListener("pagehide", quiet);

async function sounds(chosen) {
  sound.kind = chosen;
  setting.write("sound", chosen);
  if (chosen === "off") return sound.stop();
  if ((await sound.wake()) && clock.running) await sound.play(clock.seconds);
}

if (kind) {
  kind.value = setting.read("sound") ?? "off";
  if (kind.selectedIndex < 0 || !asked) kind.value = "off";
  sound.kind = kind.value;
  kind.addEventListener("change", () => {
    if (kind.value === "off" || asked) return sounds(kind.value);
    ask.hidden = false;
    ask.querySelector("button").focus();
  });
  ask.addEventListener("click", (event) => {
    const answer = event.target.closest("button")?.dataset.answer;
    if (!answer) return;
    ask.hidden = true;
    asked = answer === "no" || answer === "unknown";
    if (!asked) kind.value = "off";
    kind.focus();
    sounds(kind.value);
  });
}
if (hand.there) feel.closest("label").hidden = false;
feel.checked = hand.on = setting.read("vibration") === "on";
feel.addEventListener("change", () => {
  hand.on = feel.checked;
  setting.write("vibration", feel.checked ? "on" : "off");
});

const left = history.state?.second ?? 0;
if (left > 0 && left < timeline.seconds) clock.reset(left);
root.hidden = false;
document.querySelector(".aslist")?.removeAttribute("open");
label();
