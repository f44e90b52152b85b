// The program locks by itself when nobody does anything, and when the machine slept; the page follows it at once.
const idle = Number(document.body.dataset.idle) * 1000;
const EVERY = 1000;
const SLEPT = 15000;
let touched = Date.now();
let seen = Date.now();

function away() {
  document.documentElement.hidden = true;
  location.replace("/");
}

for (const kind of ["pointerdown", "keydown", "input", "scroll"]) {
  addEventListener(kind, () => (touched = Date.now()), { passive: true });
}
setInterval(() => {
  const now = Date.now();
  if (now - touched > idle || now - seen > Math.max(SLEPT, 61 * EVERY)) away();
  seen = now;
}, EVERY);
