// The page's sound: microphone → 24 kHz frames; frames → loudspeaker; and how loud both are.

import { openMicrophone } from "./devices.js";

/** The promise's value; `error` is thrown when it takes longer than these milliseconds. */
function within(milliseconds, promise, error) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, milliseconds, error))]);
}

export class Sound extends EventTarget {
  context = null;
  /** The node everything that is heard comes out of. */
  output = null;
  /** The playback worklet's latest report. */
  report = { played: 0, buffered: 0, target: 40, jitter: 0, underruns: 0, missing: 0, skipped: 0 };
  #graph = null; #playback; #capture; #heard; #said; #source = null; #stream = null; #wave = new Float32Array(512);
  #isOpen = false;
  deviceId = null;

  /** Frames of 20 ms, as `ArrayBuffer`s, when the microphone runs. */
  onFrame = () => {};
  onReport = () => {};
  onCleared = () => {};

  get isRunning() { return this.context?.state === "running"; }
  get hasMicrophone() { return this.#stream !== null; }
  get microphoneTracks() { return this.#stream?.getAudioTracks() ?? []; }
  /** From a sample in the buffer to the ear, in milliseconds. */
  get outputLatency() { return ((this.context?.outputLatency || 0) + (this.context?.baseLatency || 0)) * 1000; }

  /** Browsers start sound only when a person has clicked something: call it from there. Without a loudspeaker some never start it, nor
      say so (Firefox waits for one): after two seconds it throws a `NotStartedError`, and it may be tried again. */
  async start() {
    this.context ??= this.#open();
    // At once, while the click still counts: some browsers forget it over the loading of a file.
    const running = this.context.resume();
    try {
      await (this.#graph ??= this.#build(this.context));
    } catch (error) {
      await this.stop();
      throw error;
    }
    await within(2000, running, new DOMException("The browser does not start sound.", "NotStartedError"));
  }

  #open() {
    const context = new AudioContext({ latencyHint: "interactive" });
    context.onstatechange = () => this.dispatchEvent(new Event("statechange"));
    return context;
  }

  async #build(context) {
    await Promise.all(["capture", "playback"].map((name) => context.audioWorklet.addModule(`/page/sound/${name}-worklet.js`)));
    this.#playback = new AudioWorkletNode(context, "playback", { numberOfInputs: 0, outputChannelCount: [1] });
    this.#capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 1, outputChannelCount: [1], channelCount: 1, channelCountMode: "explicit" });
    this.#heard = new AnalyserNode(context, { fftSize: 512 });
    this.#said = new AnalyserNode(context, { fftSize: 512 });
    this.output = this.#playback;
    this.#playback.connect(this.#heard).connect(context.destination);
    // It gives nothing out, but only what leads to the destination is run.
    this.#capture.connect(context.destination);
    this.#capture.port.onmessage = ({ data }) => this.onFrame(data);
    this.#playback.port.onmessage = ({ data }) => this.#told(data);
    this.#playback.onprocessorerror = this.#capture.onprocessorerror = () => this.dispatchEvent(new Event("broken"));
  }

  #told(data) {
    if (data.type === "cleared") return this.onCleared(data);
    this.report = data;
    this.onReport(data);
  }

  /** Takes this microphone in the place of the one before. Throws what `getUserMedia` throws. */
  async useMicrophone(deviceId = this.deviceId) {
    const stream = await openMicrophone(deviceId);
    this.closeMicrophone();
    this.deviceId = deviceId;
    this.#stream = stream;
    this.#source = new MediaStreamAudioSourceNode(this.context, { mediaStream: stream });
    this.#source.connect(this.#said);
    this.#source.connect(this.#capture);
    const [track] = this.microphoneTracks;
    track.onended = () => { if (this.#stream === stream) { this.closeMicrophone(); this.dispatchEvent(new Event("unplugged")); } };
    track.onmute = () => this.dispatchEvent(new Event("silenced"));
    track.onunmute = () => this.dispatchEvent(new Event("unsilenced"));
    this.dispatchEvent(new Event("microphone"));
  }

  closeMicrophone() {
    this.#source?.disconnect();
    for (const track of this.microphoneTracks) track.stop();
    this.#source = this.#stream = null;
  }

  /** Whether what the microphone hears leaves this machine. Closed, silence leaves in its place. */
  set isOpen(open) {
    this.#isOpen = open;
    this.#capture?.port.postMessage({ type: "open", open });
  }
  get isOpen() { return this.#isOpen; }

  play(frame) {
    this.#playback?.port.postMessage({ type: "frame", frame, at: performance.now() }, [frame]);
  }

  clear() { this.#playback?.port.postMessage({ type: "clear" }); }

  get canChooseSpeaker() { return typeof AudioContext !== "undefined" && "setSinkId" in AudioContext.prototype; }
  async useSpeaker(deviceId) { await this.context.setSinkId(deviceId); }

  /** How loud it is right now, 0 to 1, as loudness is felt: 50 dB are the whole scale. */
  get heardLevel() { return this.#level(this.#heard); }
  get saidLevel() { return this.#source && this.#isOpen ? this.#level(this.#said) : 0; }
  get microphoneLevel() { return this.#source ? this.#level(this.#said) : 0; }

  #level(analyser) {
    if (!analyser) return 0;
    analyser.getFloatTimeDomainData(this.#wave);
    let sum = 0;
    for (const sample of this.#wave) sum += sample * sample;
    const decibels = 10 * Math.log10(sum / this.#wave.length + 1e-9);
    return Math.max(0, Math.min(1, (decibels + 55) / 50));
  }

  /** Two soft notes, to know that the loudspeaker works. */
  chime() {
    const { context } = this;
    for (const [index, pitch] of [523.25, 659.25].entries()) {
      const at = context.currentTime + index * 0.16;
      const tone = new OscillatorNode(context, { frequency: pitch });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.14, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0008, at + 0.5);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + 0.55);
    }
  }

  async stop() {
    this.closeMicrophone();
    const { context } = this;
    this.context = this.#graph = null;
    await context?.close();
  }
}
