import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Api, type Call, UnexpectedAnswer } from './api.js'
import { inParallel } from './in-parallel.js'
import type { Person } from './people.js'
import { SeededRandom } from './random.js'
import type { RushFigures, Stage } from './stage.js'

/** How many phones are on the line at once; the others wait to be let on, as on a network that is full. */
const lines = 300
const kills = 2
const longestPauseMs = 8000

type Act = (person: Person, post: Api['post']) => Promise<void>

/**
 * Everybody applies within the seconds of the rush, most of them early, as after a famous account's post. When a third of them have their receipt
 * the server is killed, and at two thirds again. Whoever gets no answer sends the same request again under the same key, as the page does.
 */
export async function playRush(stage: Stage, figures: RushFigures, act: Act): Promise<void> {
  const began = performance.now()
  const killer = killTwice(stage, figures)
  const arrivals = arrivalsOf(stage)
  await inParallel(arrivals, lines, async ({ person, at }) => {
    const early = began + at - performance.now()
    if (early > 0) await pause(early)
    const came = performance.now()
    await act(person, (path, body, call) => untilAnswered(stage, figures, path, body, call))
    figures.waits.push(performance.now() - came)
  })
  figures.seconds = (performance.now() - began) / 1000
  await killer
}

function arrivalsOf({ people, options }: Stage): { person: Person; at: number }[] {
  const random = new SeededRandom(options.seed)
  const length = (options.rushSeconds ?? 0) * 1000
  return people.map((person) => ({ person, at: random.next() ** 2 * length })).sort((one, other) => one.at - other.at)
}

async function killTwice({ people, killAndRestart }: Stage, figures: RushFigures): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    while (figures.waits.length < (people.length * kill) / (kills + 1)) await pause(20)
    figures.kills += 1
    await killAndRestart()
  }
}

/** The same request again and again, less and less often, until a server has answered it for good. */
async function untilAnswered<T>({ api }: Stage, figures: RushFigures, path: string, body: unknown, call?: Call): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await api.json<T>('POST', path, { ...call, body })
    } catch (error) {
      // Busy is an answer to the same key that is still being worked on.
      const putOff = error instanceof UnexpectedAnswer && [409, 429, 502, 503, 504].includes(error.status)
      if (error instanceof UnexpectedAnswer && !putOff) throw error
      if (putOff) figures.putOff += 1
      else figures.unanswered += 1
    }
    await pause(Math.min(longestPauseMs, 250 * 2 ** tries) * (randomInt(50, 100) / 100))
  }
}
