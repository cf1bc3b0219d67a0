/** Sound and vibration for whoever looks elsewhere: off until somebody switches them on, as a shop floor has neighbours. */

import { recall, remember } from "../kit/remembered.js";

const SOUND = "sop.sound";

const TONE = 880;
/** Hertz: heard above a coffee grinder, and no shrill alarm. */

let audio = null;

/** Whether sound and vibration are switched on for this device. */
export function areSignalsOn() {
  return recall(SOUND) === true;
}

/** Switches them on or off. Browsers let a page sound only after a touch, which this is called upon. */
export function switchSignals(isOn) {
  remember(SOUND, isOn ? true : null);
  if (isOn) signal(1);
}

/** So many short tones and shakes. */
export function signal(times) {
  if (!areSignalsOn()) return;
  navigator.vibrate?.(Array(times * 2 - 1).fill(200));
  const Context = globalThis.AudioContext;
  if (!Context) return;
  audio ??= new Context();
  audio.resume?.();
  for (let beat = 0; beat < times; beat += 1) sound(audio.currentTime + beat * 0.35);
}

function sound(at) {
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = TONE;
  loudness.gain.setValueAtTime(0.25, at);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.25);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.25);
}
