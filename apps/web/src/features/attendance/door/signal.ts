import type { CheckInResult } from '../../../lib/api/types.js'

const tones: Record<CheckInResult['result'], { hertz: number; times: number }> = {
  yes: { hertz: 880, times: 1 },
  already: { hertz: 520, times: 2 },
  no: { hertz: 220, times: 3 },
}

const beepMs = 120

/** Felt in the hand and, if wanted, heard: the eyes are on the guest. */
export function signal(result: CheckInResult['result'], sound: boolean): void {
  const { times, hertz } = tones[result]
  if ('vibrate' in navigator) navigator.vibrate(Array.from({ length: times * 2 - 1 }, () => beepMs))
  if (sound) beep(hertz, times)
}

function beep(hertz: number, times: number): void {
  const audio = new AudioContext()
  for (let count = 0; count < times; count += 1) {
    const tone = audio.createOscillator()
    tone.frequency.value = hertz
    tone.connect(audio.destination)
    const start = audio.currentTime + (count * 2 * beepMs) / 1000
    tone.start(start)
    tone.stop(start + beepMs / 1000)
    if (count === times - 1) tone.onended = () => void audio.close()
  }
}
