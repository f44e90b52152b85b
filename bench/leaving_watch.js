// Put into every page before its own scripts: notes when leaving was pressed, when the page was empty, and when the
// first frame of the empty place stood there. Milliseconds since 1970, by the browser's clock; kept in the window's
// name, which is the one thing that goes along.
const note = (name, time) => (window.name += `${name}=${performance.timeOrigin + time} `);

if (location.href === "about:blank") {
  const drawn = new MessageChannel(); // a message from within a frame arrives when that frame is drawn
  drawn.port1.onmessage = () => note("frame", performance.now());
  requestAnimationFrame(() => drawn.port2.postMessage(""));
} else {
  window.name = "";
  const pressed = (event) => {
    if (event.key === "Shift" || event.target.closest?.("#leave")) note("pressed", event.timeStamp);
  };
  addEventListener("keyup", pressed, true);
  addEventListener("click", pressed, true);
  // Noted as it is set, since the page is gone before anything else could look.
  Object.defineProperty(HTMLElement.prototype, "hidden", {
    get() {
      return this.hasAttribute("hidden");
    },
    set(hidden) {
      this.toggleAttribute("hidden", Boolean(hidden));
      if (hidden && this === document.documentElement) note("emptied", performance.now());
    },
  });
}
