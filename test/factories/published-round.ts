import { readFileSync } from 'node:fs'

/** A round that drand's quicknet has published, and when its event must close so that the draw waits for exactly this round. */
export interface PublishedRound {
  readonly round: number
  readonly signature: string
  readonly closesAt: Date
}

/** The youngest published round in the vectors. The list is sealed a second or two after the close, which leaves the choice to it. */
export function youngestPublishedRound(): PublishedRound {
  const { rounds } = JSON.parse(readFileSync(new URL('../vectors/draw/drand.json', import.meta.url), 'utf8')) as {
    readonly rounds: readonly {
      readonly chain: string
      readonly round: number
      readonly unix: number
      readonly signature: string
      readonly valid: boolean
    }[]
  }
  const youngest = rounds.filter(({ chain, valid }) => valid && chain === 'quicknet').toSorted((one, other) => other.round - one.round)[0]
  if (!youngest) throw new Error('The vectors have no round of quicknet.')
  return { round: youngest.round, signature: youngest.signature, closesAt: new Date((youngest.unix - 602) * 1000) }
}
