import { green, red, say, seconds } from '../terminal/say.js'
import { type Check, checks } from './checks.js'

export interface Tally {
  passed: number
  failed: number
}

/** Runs all checks, two at a time, and tells the outcome of each as it comes. */
export async function runChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0 }
  const waiting = [...checks]
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) tally.passed += 1
      else tally.failed += 1
    }
  }
  await Promise.all([work(), work()])
  return tally
}

async function runCheck({ name, run }: Check): Promise<boolean> {
  const start = performance.now()
  const { ok, output } = await run()
  say(`${ok ? green('✓') : red('✗')} ${name} (${seconds(performance.now() - start)})`)
  if (!ok) say(`\n${output}\n`)
  return ok
}
