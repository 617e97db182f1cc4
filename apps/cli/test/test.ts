import { build } from '../build/build.js'
import { type Tally, runChecks } from '../check/run-checks.js'
import { explainError } from '../terminal/explain-error.js'
import { bold, complain, say, seconds } from '../terminal/say.js'
import { ensureBrowser } from './install-browser.js'
import { ensurePython } from './install-python.js'
import { runJest } from './run-jest.js'

/** One step of the test run; what it throws counts as one failure and does not keep the others from running. */
type Step = [title: string, run: () => Promise<Tally>]

const steps: Step[] = [
  ['Checks', runChecks],
  ['Build', () => build().then(() => ({ passed: 1, failed: 0 }))],
  [
    'Unit and HTTP tests',
    () => {
      ensurePython()
      return runJest(['unit', 'http'])
    },
  ],
  ['Fault tests', () => runJest(['faults'])],
  [
    'Browser tests',
    () => {
      process.env.CHROME_PATH = ensureBrowser()
      return runJest(['browser'])
    },
  ],
]

/** `npm test`: everything, and last how many of it held. */
export async function run(): Promise<number> {
  const sum: Tally = { passed: 0, failed: 0 }
  for (const step of steps) {
    const { passed, failed } = await runStep(step)
    sum.passed += passed
    sum.failed += failed
  }
  say()
  say(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

async function runStep([title, work]: Step): Promise<Tally> {
  say(`\n${bold(title)}`)
  const start = performance.now()
  try {
    const tally = await work()
    if (tally.passed + tally.failed === 0) {
      complain(`${title}: nothing ran.`)
      return { passed: 0, failed: 1 }
    }
    say(`${title}: ${tally.passed} passed, ${tally.failed} failed, in ${seconds(performance.now() - start)}`)
    return tally
  } catch (error) {
    complain(explainError(error))
    return { passed: 0, failed: 1 }
  }
}
