// Which sound, and whether the hand feels it. Off at first; what was chosen is remembered. The first time a sound is
// chosen it is asked whether somebody could see this screen, and the practice rests until there is an answer.
import { hand, setting } from "./around.js";

const ALONE = ["no", "unknown"]; // the answers after which there may be sound

export class Choosing {
  #held = false; // it played until the question came

  constructor(root, sound, { live, clock, rest, go }) {
    Object.assign(this, { sound, live, clock, rest, go });
    this.kind = root.querySelector("select[name=sound]");
    this.ask = root.querySelector(".ask");
    this.silent = root.querySelector(".silent");
    this.asked = root.dataset.seen === "no" || setting.here.read() === location.pathname;
    if (this.kind) this.#sounds();
    this.#feels(root.querySelector("input[name=vibration]"));
  }

  get asking() {
    return document.body.classList.contains("asking");
  }

  #sounds() {
    this.kind.value = setting.read("sound") ?? "off";
    if (this.kind.selectedIndex < 0 || !this.asked) this.kind.value = "off";
    this.sound.kind = this.kind.value;
    this.kind.addEventListener("change", () => {
      if (this.kind.value === "off" || this.asked) this.#choose();
      else this.#question();
    });
    this.ask.addEventListener("click", (event) => this.#answer(event.target.closest("button")?.dataset.answer));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.asking && this.#answer("later"));
  }

  #question() {
    this.#held = this.clock.running;
    if (this.#held) this.rest();
    this.ask.hidden = false;
    document.body.classList.add("asking");
    this.live.say(this.ask.querySelector("p").textContent);
  }

  #answer(answer) {
    if (!answer) return;
    this.ask.hidden = true;
    document.body.classList.remove("asking");
    this.asked = ALONE.includes(answer);
    if (this.asked) setting.here.write(location.pathname);
    else this.kind.value = "off";
    this.kind.focus();
    this.#choose();
    if (this.#held && !this.clock.running) this.go();
    this.#held = false;
  }

  #choose() {
    this.sound.kind = this.kind.value;
    setting.write("sound", this.kind.value);
    this.silent.hidden = true;
    if (this.sound.kind === "off") this.sound.stop();
    else this.wake(true);
  }

  // Sound begins only after a tap; where there is none to be had, it is said, and the practice goes on without.
  async wake(anew = false) {
    if (this.sound.kind === "off") return;
    const woke = await this.sound.wake();
    this.silent.hidden = woke;
    if (!woke) this.live.say(this.silent.textContent);
    if (!woke || !this.clock.running) return;
    if (anew) this.sound.play();
    this.sound.keep();
  }

  #feels(box) {
    box.closest("label").hidden = !hand.there;
    box.checked = hand.on = setting.read("vibration") === "on";
    box.addEventListener("change", () => {
      hand.on = box.checked;
      setting.write("vibration", box.checked ? "on" : "off");
    });
  }
}
