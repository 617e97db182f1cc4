import { parseHandle } from '#forms'
import { type FieldError, Invalid } from '../http/index.js'
import type { ChangeOrganizationDto } from './dto/organization.dto.js'
import type { Organization } from './organization.entity.js'

type BrandHandles = Pick<Organization, 'fediverseHandle' | 'blueskyHandle'>

/** The brand's own accounts after a change; an empty text is none. Throws Invalid for what is no account of that network. */
export function brandHandles(before: BrandHandles, request: ChangeOrganizationDto): BrandHandles {
  const errors: FieldError[] = []
  const read = (path: keyof BrandHandles, belongs: (handle: string) => boolean): string | null => {
    const typed = request[path]
    if (typed === undefined) return before[path]
    const reading = parseHandle(typed ?? '')
    if (reading.kind === 'none') return null
    if (reading.kind === 'handle' && belongs(reading.handle)) return reading.handle
    const suggestion = reading.kind === 'address' && belongs(reading.suggestion) ? { suggestion: reading.suggestion } : {}
    errors.push({ path, code: `accounts:${path}`, ...suggestion })
    return null
  }
  const handles = {
    fediverseHandle: read('fediverseHandle', (handle) => handle.startsWith('@')),
    blueskyHandle: read('blueskyHandle', (handle) => !handle.startsWith('@')),
  }
  if (errors.length > 0) throw new Invalid(errors)
  return handles
}
