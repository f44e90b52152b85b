// Sends a turn only when the program is there to take it; otherwise the page stays as it is, with what was typed.
const form = document.getElementById("turn");
const lost = document.getElementById("lost");
let sending = false;

async function answers() {
  try {
    return (await fetch("/alive", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

// Help that this browser keeps opens without the program; with something written the page stays, and says the number.
function keptHelp(button) {
  return button?.value === "help" && navigator.serviceWorker?.controller && !document.getElementById("words")?.value;
}

form.addEventListener("submit", async (event) => {
  if (form.dataset.ready) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const there = await answers();
  sending = false;
  if (!there && keptHelp(event.submitter)) return location.assign("/help");
  lost.hidden = there;
  if (!there) {
    lost.scrollIntoView({ block: "nearest" });
    return;
  }
  form.dataset.ready = "yes";
  form.requestSubmit(event.submitter);
});
