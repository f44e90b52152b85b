// What is being typed in a kept visit is sealed at the first pause, so that nothing depends on sending it.
const PAUSE = 1000;
const form = document.getElementById("turn");
let timer = 0;
let last = "";

async function seal() {
  const body = new URLSearchParams(new FormData(form)).toString();
  if (body === last) return;
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(body), keepalive: true });
    if (answer.ok) last = body;
  } catch {
    timer = setTimeout(seal, 4 * PAUSE);
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(seal, PAUSE);
});
addEventListener("pagehide", () => {
  if (timer) seal();
});
