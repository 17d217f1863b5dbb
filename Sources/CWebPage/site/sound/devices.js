// Microphones and loudspeakers: what there is, and why one cannot be had.

const wanted = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };

/** Opens a microphone, by the id a person has chosen or whichever the system prefers. */
export async function openMicrophone(deviceId) {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("", "InsecureContext");
  const audio = deviceId ? { ...wanted, deviceId: { exact: deviceId } } : wanted;
  return navigator.mediaDevices.getUserMedia({ audio });
}

/** Names are empty until a microphone was allowed: a browser does not tell strangers what is plugged in. */
export async function listDevices() {
  const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  const of = (kind, word) => all.filter((one) => one.kind === kind && one.deviceId)
    .map((one, index) => ({ id: one.deviceId, name: one.label || `${word} ${index + 1}` }));
  return { microphones: of("audioinput", "Microphone"), speakers: of("audiooutput", "Speaker") };
}

/** What went wrong with a microphone, and what to do about it. */
export function explain(error) {
  switch (error.name) {
    case "NotAllowedError": return "The browser was not allowed to use the microphone. Allow it in the address bar's settings for this page, then try again. Until then you can listen and type.";
    case "NotFoundError": case "OverconstrainedError": return "No microphone was found. Plug one in, and it is found by itself; until then you can listen and type.";
    case "NotReadableError": case "AbortError": return "The microphone is there, but another program holds it. Close that one and try again.";
    case "NotStartedError": return "The browser does not start sound. Is a loudspeaker connected? You can still join to read and type.";
    case "InsecureContext": return "Browsers give a microphone to secure pages only: open this one by https, or on this machine by http://127.0.0.1.";
    default: return `The microphone could not be opened: ${error.message || error.name}.`;
  }
}
