// The program locks by itself when nobody does anything, and when the machine slept; the page follows it at once.
const idle = Number(document.body.dataset.idle) * 1000;
const EVERY = 1000;
const SLEPT = 15000;
const field = document.getElementById("words");
let touched = Date.now();
let seen = Date.now();

// What is being written and isn't sealed as it is typed would be lost with the page, so that page stays.
function written() {
  return field && field.value && !field.form.dataset.draft;
}

function away() {
  if (written()) return;
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
