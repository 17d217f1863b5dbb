// The door: a name, a sound check, and in. Nothing is heard or recorded before a button is pressed.

import { byId, make, write } from "../shared/dom.js";
import { explain, listDevices } from "../sound/devices.js";

/** Fills a `<select>` with devices, and keeps what was chosen. */
export function fill(select, devices, chosen, none) {
  const options = devices.map((device) => make("option", { value: device.id, selected: device.id === chosen }, device.name));
  select.replaceChildren(...(options.length ? options : [make("option", { value: "" }, none)]));
  select.disabled = options.length < 2;
}

const noSound = (error) => error.name === "NotStartedError" ? explain(error) : `Sound could not be started: ${error.message}`;

export class Door {
  #sound; #frame = null; #resolve;

  constructor(sound) {
    this.#sound = sound;
    byId("check").addEventListener("click", () => this.check());
    byId("chime").addEventListener("click", () => this.#chime());
    byId("door-microphones").addEventListener("change", ({ target }) => this.check(target.value));
    byId("door").addEventListener("cancel", (event) => event.preventDefault());
    byId("join").addEventListener("click", (event) => this.#enter(event, true));
    byId("listen").addEventListener("click", (event) => this.#enter(event, false));
  }

  /** Waits at the door. @returns `{ name, hasVoice }` */
  open(room, { name, isNamed, who, isRecorded }) {
    write(byId("door-title"), `Join ${room}`);
    write(byId("door-who"), who);
    byId("door-recorded").hidden = !isRecorded;
    byId("name").value = name;
    byId("name").readOnly = isNamed;
    byId("door").showModal();
    if (name) byId("join").focus();
    return new Promise((resolve) => { this.#resolve = resolve; });
  }

  complain(text) {
    byId("door-trouble").hidden = !text;
    write(byId("door-trouble"), text);
  }

  async #chime() {
    this.complain("");
    try {
      await this.#sound.start();
      this.#sound.chime();
    } catch (error) {
      this.complain(noSound(error));
    }
  }

  /** Opens the microphone and shows how loud it is. @returns whether there is one. */
  async check(deviceId) {
    this.complain("");
    try {
      await this.#sound.start();
      await this.#sound.useMicrophone(deviceId);
    } catch (error) {
      this.complain(explain(error));
      return false;
    }
    const { microphones } = await listDevices();
    fill(byId("door-microphones"), microphones, this.#sound.deviceId, "The system’s microphone");
    byId("check-inside").hidden = false;
    this.#watch();
    return true;
  }

  #watch() {
    cancelAnimationFrame(this.#frame);
    let loudest = 0;
    const look = () => {
      const level = this.#sound.microphoneLevel;
      loudest = Math.max(loudest, level);
      byId("level").value = level;
      write(byId("check-words"), loudest > 0.3 ? "You can be heard." : "Say something: the bar should move.");
      if (byId("door").open) this.#frame = requestAnimationFrame(look);
    };
    look();
  }

  async #enter(event, hasVoice) {
    event.preventDefault();
    if (!byId("name").reportValidity()) return;
    byId("join").disabled = true;
    try {
      // Whoever only wants to read and type needs no loudspeaker.
      await this.#sound.start().catch((error) => { if (hasVoice || error.name !== "NotStartedError") throw error; });
      if (hasVoice && !this.#sound.hasMicrophone && !(await this.check())) return;
      byId("door").close();
      this.#resolve({ name: byId("name").value.trim() || "Caller", hasVoice });
    } catch (error) {
      this.complain(noSound(error));
    } finally {
      byId("join").disabled = false;
    }
  }
}
