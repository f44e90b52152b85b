// What is being typed in a kept visit is sealed at the first pause, so that nothing depends on sending it.
const PAUSE = 1000;
const LONGEST_ALIVE = 60000; // a browser refuses to send more than 64 KiB on behalf of a page that is going
const form = document.getElementById("turn");
let timer = 0;
let last = "";
let sending = false;

async function seal() {
  timer = 0;
  const body = new URLSearchParams(new FormData(form));
  const text = body.toString();
  if (text === last) return;
  if (sending) return wait(); // one after the other, so that an older text never comes last
  sending = true;
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: text.length < LONGEST_ALIVE });
    if (answer.ok) last = text;
  } catch {
    wait(4 * PAUSE);
  }
  sending = false;
}

function wait(time = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(seal, time);
}

form.addEventListener("input", () => wait());
addEventListener("pagehide", () => {
  if (!timer || form.dataset.ready) return; // a form on its way takes the words along
  sending = false;
  seal();
});
