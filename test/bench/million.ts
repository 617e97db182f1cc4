import { build } from '../../apps/cli/build/build.js'
import { runInterruptibly } from '../../apps/cli/terminal/interruptible.js'
import { say } from '../../apps/cli/terminal/say.js'
import { drawMillion } from './draw/million.js'

/** `npm run bench -- million [APPLICATIONS]`: PostgreSQL to PostgreSQL, until `draw` measures it too. */
export const run = ([applications]: string[]): Promise<number> =>
  runInterruptibly(async (holdings) => {
    await build({ web: false })
    say(
      JSON.stringify({ bench: 'million', ...(await drawMillion(holdings, applications === undefined ? undefined : Number(applications))) }),
    )
    return 0
  })
