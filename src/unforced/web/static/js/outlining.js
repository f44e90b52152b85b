// The outline as a picture that is tapped. The list below it is the form: the picture changes it and is drawn from it.
const outline = document.getElementById("outline");
const lists = new Map([...document.querySelectorAll("select[data-area]")].map((list) => [list.dataset.area, list]));
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function begin() {
  const places = [...outline.querySelectorAll(".place")];
  const buttons = places.filter((place) => place.hasAttribute("role"));
  const pointed = outline.querySelector(".pointed");
  const status = outline.querySelector("[role=status]");

  const name = (area) => buttons.find((button) => button.dataset.area === area).dataset.name;
  const chosen = (area) => lists.get(area).selectedOptions[0];
  const told = (area) => `${name(area)}: ${chosen(area).textContent.toLowerCase()}`;
  const word = (option) => option.value.split(":")[2];

  function draw(area) {
    const marked = word(chosen(area));
    for (const place of places.filter((each) => each.dataset.area === area)) {
      place.classList.toggle("marked", Boolean(marked));
      if (marked) place.setAttribute("fill", `url(#${marked})`);
      else place.removeAttribute("fill");
      if (place.hasAttribute("role")) place.setAttribute("aria-label", told(area));
    }
  }

  function next(area) {
    const list = lists.get(area);
    list.selectedIndex = (list.selectedIndex + 1) % list.length;
    draw(area);
    pointed.textContent = told(area);
    status.textContent = told(area);
  }

  function focus(button) {
    for (const each of buttons) each.setAttribute("tabindex", each === button ? "0" : "-1");
    button.focus();
  }

  function pressed(event) {
    const at = buttons.indexOf(event.target);
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") next(event.target.dataset.area);
    else if (event.key in STEPS) focus(buttons[(at + STEPS[event.key] + buttons.length) % buttons.length]);
    else if (event.key === "Home") focus(buttons[0]);
    else if (event.key === "End") focus(buttons.at(-1));
    else return;
    event.preventDefault();
  }

  for (const button of buttons) button.dataset.name = button.getAttribute("aria-label");
  for (const [area, list] of lists) {
    draw(area);
    list.addEventListener("change", () => draw(area));
  }
  const options = [...lists.values().next().value.options].slice(1);
  outline.querySelectorAll("[data-word]").forEach((swatch, at) => swatch.setAttribute("fill", `url(#${word(options[at])})`));
  outline.addEventListener("click", (event) => event.target.dataset.area && next(event.target.dataset.area));
  outline.addEventListener("keydown", pressed);
  for (const kind of ["pointerover", "focusin"]) {
    outline.addEventListener(kind, ({ target }) => {
      if (target.dataset.area) pointed.textContent = told(target.dataset.area);
    });
  }
  buttons[0].setAttribute("tabindex", "0");
  outline.hidden = false;
}

if (outline) begin();
