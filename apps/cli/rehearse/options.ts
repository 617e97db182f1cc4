import { parseArgs } from 'node:util'
import { PlainError } from '../terminal/plain-error.js'

export interface RehearsalOptions {
  readonly applicants: number
  readonly seats: number
  /** Decides who does what; the same seed plays the same people. */
  readonly seed: number
  /** In how many seconds all of them apply, while the server is killed twice; undefined for a quiet week. */
  readonly rushSeconds: number | undefined
  /** Keeps the data folder, to look at it afterwards. */
  readonly keep: boolean
}

/** Reads `--applicants N --seats N [--seed N] [--rush 60s] [--keep]`. Throws PlainError for what cannot be played. */
export function readOptions(options: string[]): RehearsalOptions {
  const { values } = parse(options)
  const read = {
    applicants: number('applicants', values.applicants ?? '200', 10, 200_000),
    seats: number('seats', values.seats ?? '20', 1, 10_000),
    seed: number('seed', values.seed ?? '1', 0, 2 ** 31),
    rushSeconds: values.rush === undefined ? undefined : number('rush', values.rush.replace(/s$/, ''), 1, 3600),
    keep: values.keep ?? false,
  }
  if (read.seats > read.applicants / 2)
    throw new PlainError(
      `--seats ${read.seats} leaves nobody to move up: with ${read.applicants} applicants at most ${Math.floor(read.applicants / 2)} seats can be rehearsed.`,
    )
  return read
}

function parse(options: string[]) {
  try {
    return parseArgs({
      args: options,
      options: {
        applicants: { type: 'string' },
        seats: { type: 'string' },
        seed: { type: 'string' },
        rush: { type: 'string' },
        keep: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)} Use: npm run rehearse -- --applicants 2000 --seats 100`)
  }
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new PlainError(`--${name} ${text} cannot be played: give a whole number from ${least} to ${most}.`)
  return value
}
