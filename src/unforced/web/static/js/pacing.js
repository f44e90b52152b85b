// A practice in time: marks the present line when asked to, and stops at once. It never begins by itself.
const list = document.querySelector(".cues");
const now = document.getElementById("now");
const SPEAK_EVERY = 3000;
const cues = [...list.children].flatMap((cue) =>
  cue.dataset.times
    ? Array(Number(cue.dataset.times)).fill([...cue.querySelectorAll(".cue")]).flat()
    : [cue],
);
const still = matchMedia("(prefers-reduced-motion: reduce)");
let timer = 0;
let spoken = 0;

function mark(cue) {
  for (const other of list.querySelectorAll(".current")) {
    other.classList.remove("current");
    other.removeAttribute("aria-current");
  }
  if (!cue) return;
  cue.classList.add("current");
  cue.setAttribute("aria-current", "step");
  cue.scrollIntoView({ block: "nearest", behavior: still.matches ? "instant" : "smooth" });
  const time = performance.now();
  if (time - spoken >= SPEAK_EVERY) {
    spoken = time;
    now.textContent = cue.firstElementChild.textContent;
  }
}

function stop() {
  clearTimeout(timer);
  timer = 0;
  mark(null);
  button.textContent = list.dataset.follow;
}

function go(at) {
  if (at >= cues.length) return stop();
  mark(cues[at]);
  timer = setTimeout(go, Number(cues[at].dataset.seconds) * 1000, at + 1);
}

const button = document.createElement("button");
button.type = "button";
button.className = "choice follow";
button.textContent = list.dataset.follow;
button.addEventListener("click", () => {
  if (timer) return stop();
  button.textContent = list.dataset.unfollow;
  spoken = -SPEAK_EVERY;
  go(0);
});
list.before(button);
