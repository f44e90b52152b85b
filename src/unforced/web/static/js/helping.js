// Help where the program doesn't answer: the number that stands on every page, unless this browser keeps Help itself.
const PATIENCE = 1500;
const gone = document.getElementById("gone");

async function answers() {
  try {
    await fetch("/alive", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch (error) {
    return error.name === "TimeoutError"; // busy is there
  }
}

async function open(event) {
  if (navigator.serviceWorker?.controller) return;
  event.preventDefault();
  const address = event.currentTarget.href;
  if (await answers()) return location.assign(address);
  gone.hidden = false;
  gone.scrollIntoView({ block: "nearest" });
}

for (const way of document.querySelectorAll("a.help")) way.addEventListener("click", open);
