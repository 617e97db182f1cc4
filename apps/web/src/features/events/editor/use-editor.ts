import { useEffect, useRef, useState } from 'react'
import { hasStatus, Problem } from '../../../lib/api/problem.js'
import type { EventDetail } from '../../../lib/api/types.js'
import { useChangeEvent } from '../api.js'
import { type Draft, draftOf, type Field, inputOf } from './draft.js'
import { shiftZone } from './shift-zone.js'
import { type SectionName, sections } from './sections.js'
import { useDrafts } from './use-drafts.js'

export type Editor = {
  event: EventDetail
  values: Draft
  set: (changes: Partial<Draft>) => void
  /** What is wrong, by the server's name of the field: `agenda.0.title`. */
  errors: Readonly<Record<string, string>>
  /** A field that cannot be read yet says so here, and nothing is sent until it can. */
  trouble: (field: string, message: string | null) => void
  isLocked: (field: Field) => boolean
  /** Nothing can be changed any more. */
  closed: boolean
  isChanged: (section: SectionName) => boolean
  anyChanged: boolean
  /** `confirm` names what it does to answers and was agreed to. */
  save: (section: SectionName, confirm?: readonly string[]) => Promise<boolean>
  discard: (section: SectionName) => void
  saving: boolean
  /** The part that was saved last, until something is changed. */
  saved: SectionName | null
  failure: unknown
  /** Somebody else saved in between; `keep` goes on with what was typed here, on top of theirs. */
  stale: boolean
  keep: () => void
}

const zoneDependent: readonly Field[] = ['startsAt', 'endsAt', 'opensAt', 'closesAt', 'answerBy', 'agenda', 'policy']

/** The state of editing one event: what the fields hold, what is unsaved, what is wrong. One part is saved at a time. */
export function useEditor(organization: string, event: EventDetail, refetch: () => Promise<unknown>): Editor {
  const { drafts, update, settle } = useDrafts(event.id)
  const change = useChangeEvent(organization, event.id)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [stale, setStale] = useState(false)
  const [saved, setSaved] = useState<SectionName | null>(null)
  const troubles = useRef(new Map<string, string>())

  const values: Draft = { ...draftOf(event), ...drafts.changes }
  const changedFields = Object.keys(drafts.changes) as Field[]
  const anyChanged = changedFields.length > 0
  useUnsavedWarning(anyChanged)

  const set = (given: Partial<Draft>) => {
    const changes = given.timeZone ? { ...given, ...shiftZone(values, given.timeZone) } : given
    update((before) => ({
      version: Object.keys(before.changes).length ? before.version : event.version,
      changes: { ...before.changes, ...changes },
    }))
    setErrors((before) => withoutPaths(before, Object.keys(changes)))
    setSaved(null)
  }

  /** With the zone go the times of every part: they show the same hours, and are other instants. */
  const fieldsOf = (section: SectionName): readonly Field[] =>
    section === 'dates' && 'timeZone' in drafts.changes ? [...sections.dates.fields, ...zoneDependent] : sections[section].fields

  const save = async (section: SectionName, confirm?: readonly string[]): Promise<boolean> => {
    setFailure(null)
    if (troubles.current.size) {
      setErrors(Object.fromEntries(troubles.current))
      return false
    }
    const fields = fieldsOf(section)
    const sent = Object.fromEntries(
      Object.entries(drafts.changes).filter(([name]) => fields.some((field) => field === name)),
    ) as Partial<Draft>
    try {
      const { version } = await change.mutateAsync({ version: drafts.version, change: inputOf(sent), confirm })
      settle(fields, version)
      setErrors({})
      setSaved(section)
      return true
    } catch (error) {
      if (hasStatus(error, 412)) {
        await refetch()
        setStale(true)
      } else if (error instanceof Problem && error.errors.length && !hasStatus(error, 409)) {
        setErrors(Object.fromEntries(error.errors.map(({ path, message }) => [path, message])))
      } else setFailure(error)
      return false
    }
  }

  return {
    event,
    values,
    set,
    errors,
    trouble: (field, message) => {
      if (message) troubles.current.set(field, message)
      else troubles.current.delete(field)
    },
    isLocked: (field) => event.locked.includes(field),
    closed: event.phase === 'cancelled' || event.phase === 'archived',
    isChanged: (section) => sections[section].fields.some((field) => field in drafts.changes),
    anyChanged,
    save,
    discard: (section) => {
      settle(fieldsOf(section), event.version)
      setErrors({})
      setFailure(null)
      setStale(false)
    },
    saving: change.isPending,
    saved,
    failure,
    stale,
    keep: () => {
      update((before) => ({ ...before, version: event.version }))
      setStale(false)
    },
  }
}

const withoutPaths = (errors: Record<string, string>, fields: string[]) =>
  Object.fromEntries(Object.entries(errors).filter(([path]) => !fields.includes(path.split('.')[0] ?? '')))

/** Closing the tab asks first while something is unsaved. */
function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const ask = (leaving: BeforeUnloadEvent) => leaving.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
}
