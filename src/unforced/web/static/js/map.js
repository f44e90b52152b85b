// The map as a picture that can be pointed at. Everything here is done by the list and the buttons as well.
const ARROWS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
const WIDTH = 1000;
const drawn = document.getElementById("drawn");
const form = document.getElementById("place");

function opens(figure) {
  figure.classList.add("opens");
  figure.addEventListener("click", ({ target }) => {
    const node = target.closest("[data-key]");
    if (node) location.assign(`/parts/${node.dataset.key}`);
  });
}

function placed() {
  const said = document.getElementById("place-said");
  let sending = Promise.resolve();

  async function send(fields) {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = await fetch(location.pathname, { method: "POST", body, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("drawn");
    if (!answer.ok || !now) throw new Error("another page");
    drawn.replaceChildren(...now.childNodes);
    form.querySelector(".choices").replaceChildren(...page.querySelector("#place .choices").childNodes);
    said.textContent = page.getElementById("place-said").textContent;
  }

  // One after the other; where it can't be done here, the page itself says why.
  const put = (fields) => {
    sending = sending.then(() => send(fields)).catch(() => location.reload());
  };

  function at(event) {
    const svg = drawn.querySelector("svg");
    const { left, top, width } = svg.getBoundingClientRect();
    const wide = svg.viewBox.baseVal.width;
    const [x, y] = [event.clientX - left, event.clientY - top].map((far) => Math.max(0, far / width));
    return { x: x * wide, y: y * wide, across: Math.round(Math.min(x, 1) * WIDTH), down: Math.round(y * WIDTH) };
  }

  let held = null;
  drawn.addEventListener("pointerdown", (event) => {
    held = event.button === 0 ? event.target.closest(".chosen") : null;
    if (!held) return;
    event.preventDefault();
    held.setPointerCapture(event.pointerId);
    drawn.classList.add("held");
  });
  drawn.addEventListener("pointermove", (event) => {
    if (!held) return;
    const { x, y } = at(event);
    held.setAttribute("transform", `translate(${x} ${y})`);
  });
  const letGo = (event) => {
    if (!held) return;
    held = null;
    drawn.classList.remove("held");
    const { across, down } = at(event);
    put({ choice: "here", across, down });
  };
  drawn.addEventListener("pointerup", letGo);
  drawn.addEventListener("pointercancel", () => {
    if (held) location.reload();
  });
  drawn.addEventListener("click", (event) => {
    if (event.target.closest(".chosen")) return;
    const { across, down } = at(event);
    put({ choice: "here", across, down });
  });
  form.addEventListener("keydown", (event) => {
    const way = event.target.closest(".ways") && ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    form.querySelector(`[value=${way}]`).focus();
    put({ choice: way });
  });
  form.addEventListener("submit", (event) => {
    const way = event.submitter?.value;
    if (!Object.values(ARROWS).includes(way)) return;
    event.preventDefault();
    put({ choice: way });
  });
  drawn.classList.add("pointed");
  document.getElementById("pointing").hidden = false;
}

if (form && drawn) placed();
else document.querySelectorAll(".map").forEach(opens);
