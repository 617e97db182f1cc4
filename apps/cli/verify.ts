import { runVerify } from './verify/run-verify.js'

/** `npm run verify -- BUNDLE [--commitment HEX] [--head HEX]`: checks a draw's proof bundle with nothing but libs/draw. */
export function run(options: readonly string[]): Promise<number> {
  return runVerify(options, {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  })
}
