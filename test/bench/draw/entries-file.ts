import { hash } from 'node:crypto'
import { EntriesWriter, lossWeight } from '#draw'

export type Kind = 'uniform' | 'weighted'

export const benchLimits = { maxUnitSeats: 1, maxWeight: lossWeight(5) }

/** The entries file of so many people: all of weight 1, or of the weights 1 to 26 that nought to five losses give, evenly. */
export function entriesFile(count: number, kind: Kind): Uint8Array {
  const writer = new EntriesWriter(benchLimits, { expected: count })
  for (let index = 0; index < count; index += 1) {
    const weight = kind === 'uniform' ? 1 : lossWeight(index % 6)
    writer.add({ members: [hash('sha256', `ticket ${index}`)], seats: 1, weight, tags: [] })
  }
  return writer.file()
}
