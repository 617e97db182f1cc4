import { build } from '../../apps/cli/build/build.js'
import { type Holdings, runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import { say } from '../../apps/cli/terminal/say.js'
import { measureEngine } from './draw/engine.js'
import type { Figures } from './draw/figures.js'
import { drawMillion } from './draw/million.js'

/** What is measured, one after the other; each gives figures of its own for the one line at the end. */
const parts: readonly ((holdings: Holdings) => Promise<Figures>)[] = [measureEngine, (holdings) => drawMillion(holdings)]

/** `npm run bench -- draw`: how long a draw takes. Progress goes to standard error; the last line is all figures as JSON. */
export const run = (): Promise<number> =>
  runInterruptibly(async (holdings) => {
    await build({ web: false })
    const figures: Figures[] = []
    for (const part of parts) figures.push(await part(holdings))
    say(JSON.stringify(Object.assign({ bench: 'draw' }, ...figures)))
    return 0
  })
