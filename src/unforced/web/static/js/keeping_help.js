// Help for when the program is stopped: kept in this browser only when somebody says so, and taken away as easily.
const OURS = "notes-";
const place = document.getElementById("keep-help");
const said = place.querySelector("[role=status]");
const workers = navigator.serviceWorker;

async function show(changed = false) {
  const there = await workers.getRegistration("/");
  for (const button of place.querySelectorAll("button")) {
    button.closest("li").hidden = (button.dataset.deed === "keep") === Boolean(there);
  }
  said.hidden = !changed;
  if (changed) said.textContent = there ? place.dataset.kept : place.dataset.gone;
  return there;
}

async function keep() {
  const there = await workers.register(place.dataset.worker, { scope: "/", updateViaCache: "none" });
  const coming = there.installing ?? there.waiting;
  if (coming) {
    await new Promise((done) => coming.addEventListener("statechange", () => coming.state !== "installed" && done()));
    if (coming.state === "redundant") throw new Error("not kept");
  }
}

async function drop() {
  await (await workers.getRegistration("/"))?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
}

async function press(event) {
  const button = event.target.closest("button");
  if (!button) return;
  try {
    await (button.dataset.deed === "keep" ? keep() : drop());
    await show(true);
  } catch {
    said.hidden = false;
    said.textContent = place.dataset.failed;
  }
}

// Another region was chosen since: what is kept follows it.
async function begin() {
  const there = await show();
  place.hidden = false;
  const wanted = new URL(place.dataset.worker, location.href).href;
  if (there?.active && there.active.scriptURL !== wanted) await keep().catch(() => {});
}

if (workers) {
  place.addEventListener("click", press);
  begin();
}
