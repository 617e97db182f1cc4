import { say } from '../terminal/say.js'
import { runChecks } from './run-checks.js'

/** `npm run check` */
export async function run(): Promise<number> {
  const { passed, failed } = await runChecks()
  say(failed === 0 ? `All ${passed} checks hold.` : `${failed} of ${passed + failed} checks failed.`)
  return failed === 0 ? 0 : 1
}
