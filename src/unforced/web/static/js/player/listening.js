// A silent clock beside a question. It begins when the person likes, rests, and ends nothing: once its time has
// passed a sentence says so, and it counts on. How long it ran goes along with whatever is sent.
import { Clock } from "./clock.js";

const root = document.getElementById("listening");
const field = root.querySelector("input[name=seconds]");
const begin = root.querySelector(".begin");
const over = root.querySelector(".over");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const seconds = Number(root.dataset.seconds);
const clock = new Clock();
const line = root.querySelector(".left").animate([{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }], {
  duration: seconds * 1000,
  fill: "both",
});
let timer = 0;

function look() {
  clearTimeout(timer);
  const ran = clock.seconds;
  field.value = ran > 0 ? String(Math.floor(ran)) : "";
  if (over && ran >= seconds && !over.textContent) over.textContent = root.dataset.over;
  if (clock.running) timer = setTimeout(look, 1000 - ((ran * 1000) % 1000));
}

function move() {
  line.currentTime = Math.min(clock.seconds, seconds) * 1000;
  clock.running && !still.matches ? line.play() : line.pause();
}

begin.addEventListener("click", () => {
  clock.running ? clock.pause() : clock.start();
  begin.textContent = clock.running ? begin.dataset.pause : begin.dataset.goOn;
  move();
  look();
});

// A tab that comes back looks at the clock at once; a form on its way takes the seconds along.
document.addEventListener("visibilitychange", () => {
  move();
  look();
});
document.getElementById("turn").addEventListener("submit", look, { capture: true });

field.value = "";
line.pause();
root.hidden = false;
