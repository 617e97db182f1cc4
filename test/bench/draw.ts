import { say } from '../../apps/cli/terminal/say.js'
import { measureEngine } from './draw/engine.js'
import type { Figures } from './draw/figures.js'

/** What is measured, one after the other; each gives figures of its own for the one line at the end. */
const parts: readonly (() => Promise<Figures>)[] = [measureEngine]

/** `npm run bench -- draw`: how long a draw takes. Progress goes to standard error; the last line is all figures as JSON. */
export async function run(): Promise<void> {
  const figures: Figures[] = []
  for (const part of parts) figures.push(await part())
  say(JSON.stringify(Object.assign({ bench: 'draw' }, ...figures)))
}
