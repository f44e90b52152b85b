// Leaving fast: blank first, then forget, then away. Shift three times does the same. It works without the program.
const PRESSES = 3;
const WITHIN = 1500;
const form = document.getElementById("leave");
let presses = [];

function leave() {
  const body = form && new URLSearchParams(new FormData(form));
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  try {
    localStorage.clear(); // the two settings of the player; leaving leaves nothing
  } catch {
    // blocked, so there is nothing
  }
  if (body) fetch("/leave", { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
  location.replace("about:blank");
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener("keyup", (event) => {
  const now = event.timeStamp;
  presses = event.key === "Shift" ? [...presses.filter((at) => now - at < WITHIN), now] : [];
  if (presses.length >= PRESSES) leave();
});

// A page that the browser keeps in its memory is kept hidden; one that comes back is asked for again before anything of
// it is seen.
addEventListener("pagehide", (event) => {
  if (event.persisted) document.documentElement.hidden = true;
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.documentElement.hidden = true;
  location.reload();
});
