import type { Randomness } from '#policy'
import { draftId } from '../short-names.js'
import type { Mode } from './guarantees.js'

/** What protocol section 5 calls better than the day that is the least. */
const usualFallbackDays = 7

const firstContributor = { id: draftId([]), name: '', commit: null }

/** Another mode keeps who gave a secret; one that needs secrets begins with room for a name. Only the beacon alone can fall back. */
export function withMode({ contributors, fallbackDays }: Randomness, mode: Mode): Randomness {
  if (mode === 'beacon') return { mode, contributors, fallbackDays: contributors.length ? (fallbackDays ?? usualFallbackDays) : null }
  return { mode, contributors: contributors.length ? contributors : [firstContributor], fallbackDays: null }
}

export function withFallback({ mode, contributors }: Randomness, wanted: boolean): Randomness {
  if (!wanted) return { mode, contributors: [], fallbackDays: null }
  return { mode, contributors: contributors.length ? contributors : [firstContributor], fallbackDays: usualFallbackDays }
}
