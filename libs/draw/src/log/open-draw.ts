import type { EntryList } from '../entries/entry-list.js'
import { DrawFormError, type FieldProblem } from '../errors.js'
import { emptySeating } from '../fill/seating.js'
import { commitmentOf } from '../manifest/commitment-of.js'
import type { Manifest } from '../manifest/manifest.js'
import { asManifest } from '../manifest/parse-manifest.js'
import type { DrawState } from './draw-state.js'

/**
 * A draw with an empty log: after the close, before anything is logged.
 * @throws DrawFormError when the manifest is not valid or is not the manifest of this list.
 */
export function openDraw(manifest: Manifest, entries: EntryList): DrawState {
  asManifest(manifest)
  const problems = entryProblems(manifest, entries)
  if (problems.length > 0) throw new DrawFormError('manifest', problems)
  const commitment = commitmentOf(manifest)
  return {
    manifest,
    entries,
    commitment,
    seq: 0,
    head: commitment,
    at: manifest.closesAt,
    seed: null,
    order: null,
    seating: emptySeating(manifest, entries),
  }
}

/** Where the manifest's figures about the list differ from the list (protocol section 11). */
export function entryProblems(manifest: Manifest, entries: EntryList): readonly FieldProblem[] {
  const figures = ['count', 'members', 'seats', 'root'] as const
  return figures
    .filter((figure) => manifest.entries[figure] !== entries[figure])
    .map((figure) => ({ path: `entries.${figure}`, message: `is ${manifest.entries[figure]}, the list has ${entries[figure]}` }))
}
