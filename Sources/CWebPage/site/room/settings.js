// Settings: devices, push to talk, the size of the captions. Kept in this browser.

import { byId } from "../shared/dom.js";
import { explain, listDevices } from "../sound/devices.js";
import { fill } from "./door.js";
import { mention, notice, settle } from "./notices.js";

const read = (key, otherwise) => localStorage.getItem(`parley.${key}`) ?? otherwise;
const keep = (key, value) => localStorage.setItem(`parley.${key}`, value);

export class SettingsPanel {
  #call; #speaker = ""; #systemSpeaker = null;

  constructor(call) {
    this.#call = call;
    const { sound } = call;
    byId("settings-open").addEventListener("click", () => this.open());
    byId("microphones").addEventListener("change", ({ target }) => this.useMicrophone(target.value));
    byId("speakers").addEventListener("change", ({ target }) => this.#useSpeaker(target.value));
    byId("speaker-choice").hidden = !sound.canChooseSpeaker;
    byId("push").checked = read("push", "no") === "yes";
    call.isPushed = byId("push").checked;
    byId("push").addEventListener("change", ({ target }) => {
      keep("push", target.checked ? "yes" : "no");
      call.push(target.checked);
    });
    byId("captions").value = read("captions", "16");
    this.#sizeCaptions();
    byId("captions").addEventListener("input", () => this.#sizeCaptions());
    navigator.mediaDevices?.addEventListener("devicechange", () => this.#devicesChanged());
    sound.addEventListener("unplugged", () => {
      notice("microphone", "The microphone is gone. Looking for another one…");
      this.useMicrophone(null);
    });
    sound.addEventListener("silenced", () => notice("silenced", "The system has muted the microphone."));
    sound.addEventListener("unsilenced", () => settle("silenced"));
  }

  #sizeCaptions() {
    const { value } = byId("captions");
    keep("captions", value);
    document.documentElement.style.setProperty("--captions", `${value}px`);
  }

  async open() {
    await this.#list();
    byId("settings").showModal();
  }

  async #list() {
    const { microphones, speakers } = await listDevices();
    fill(byId("microphones"), microphones, this.#call.sound.deviceId, "No microphone");
    fill(byId("speakers"), speakers, this.#speaker, "The system’s speaker");
    this.#noteSystemSpeaker(speakers);
    return { microphones, speakers };
  }

  /** @param deviceId `null`: whichever the system prefers. */
  async useMicrophone(deviceId) {
    try {
      await this.#call.sound.useMicrophone(deviceId);
      settle("microphone");
      this.#call.press(false);
    } catch (error) {
      notice("microphone", explain(error), { action: { words: "Try again", act: () => this.useMicrophone(null) } });
    }
    this.#call.push(this.#call.isPushed);
  }

  async #useSpeaker(deviceId) {
    try {
      await this.#call.sound.useSpeaker(deviceId);
      this.#speaker = deviceId;
      settle("speaker");
    } catch (error) {
      notice("speaker", `That speaker cannot be used: ${error.message}`);
    }
  }

  /** Where sound comes from unless a speaker was chosen; the system may change it at any time. */
  #noteSystemSpeaker(speakers) {
    const name = speakers.find((one) => one.id === "default")?.name ?? null;
    const before = this.#systemSpeaker;
    this.#systemSpeaker = name;
    if (!this.#speaker && this.#call.isOn && before && name && before !== name) mention(`Sound comes from another speaker now: ${name}.`);
  }

  /** Something was plugged in or out. */
  async #devicesChanged() {
    const { microphones, speakers } = await this.#list();
    const { sound } = this.#call;
    if (this.#speaker && !speakers.some((one) => one.id === this.#speaker)) {
      this.#speaker = "";
      await sound.useSpeaker("").catch(() => {});
      mention("The speaker is gone: sound comes from the system’s own now.");
    }
    if (this.#call.isOn && this.#call.wantsVoice && !sound.hasMicrophone && microphones.length) {
      await this.useMicrophone(null);
    }
  }
}
