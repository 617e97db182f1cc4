import { isHex } from '../hash/hex.js'
import { type EntryLimits, type EntryUnit, MAX_COUNT } from './entry-list.js'
import { TICKET_LENGTH } from './line-bytes.js'

const DECIMAL = /^[1-9][0-9]{0,9}$/
/** Where splitting a hostile line ends. */
const MOST_FIELDS = 10
/** As many as there can be pools that ask for one. */
export const MAX_TAGS = 256
const TAG = /^[a-z0-9-]{1,16}$/

/** Whether a tag may stand in an entry line or in a pool (protocol section 3); a lone `-` means "no tags" in the file. */
export function isTag(value: unknown): value is string {
  return typeof value === 'string' && TAG.test(value) && value !== '-'
}

/** The line of a unit, without LF; members and tags are put into order (protocol section 3). */
export function entryLine({ members, seats, weight, tags }: EntryUnit): string {
  return `${members.toSorted().join(',')} ${seats} ${weight} ${tags.length === 0 ? '-' : tags.toSorted().join(',')}`
}

/** Reads one line without LF (protocol section 3). Gives the unit, or a sentence on what is wrong with the line. */
export function parseEntryLine(line: string, limits: EntryLimits): EntryUnit | string {
  const fields = line.split(' ', MOST_FIELDS)
  const [memberField, seatField, weightField, tagField] = fields
  if (fields.length !== 4 || memberField === undefined || seatField === undefined || weightField === undefined || tagField === undefined) {
    return `has ${fields.length} fields, it needs 4 separated by one space: tickets, seats, weight, tags`
  }
  if (!DECIMAL.test(seatField)) return `has seats ${JSON.stringify(seatField)}, which is not a number from 1 without leading zero`
  if (!DECIMAL.test(weightField)) return `has weight ${JSON.stringify(weightField)}, which is not a number from 1 without leading zero`
  const unit = {
    // Where there are more commas, one of these is too short already.
    members: memberField.split(',', memberField.length / TICKET_LENGTH + 1),
    seats: Number(seatField),
    weight: Number(weightField),
    tags: tagField === '-' ? [] : tagField.split(',', MAX_TAGS + 1),
  }
  return unitProblem(unit, limits) ?? unit
}

/** What is wrong with a unit, as a sentence, or null (protocol section 3). Members and tags must be in order. */
export function unitProblem({ members, seats, weight, tags }: EntryUnit, limits: EntryLimits): string | null {
  const badMember = members.find((member) => !isHex(member, 32))
  if (badMember !== undefined) return `has ticket ${JSON.stringify(badMember)}, which is not 64 lower case hex digits`
  if (members.length === 0) return 'has no ticket'
  if (!isAscending(members)) return 'has tickets that are not sorted or stand there twice'
  const maxSeats = Math.min(limits.maxUnitSeats, MAX_COUNT)
  if (!isCount(seats, maxSeats)) return `has ${seats} seats, allowed are 1 to ${maxSeats}`
  if (seats < members.length) return `has ${seats} seats for ${members.length} members`
  const maxWeight = Math.min(limits.maxWeight, MAX_COUNT)
  if (!isCount(weight, maxWeight)) return `has weight ${weight}, allowed are 1 to ${maxWeight}`
  const badTag = tags.find((tag) => !isTag(tag))
  if (badTag !== undefined) return `has tag ${JSON.stringify(badTag)}, which is not 1 to 16 of a-z, 0-9 and -`
  if (tags.length > MAX_TAGS) return `has more than ${MAX_TAGS} tags`
  if (!isAscending(tags)) return 'has tags that are not sorted or stand there twice'
  return null
}

function isCount(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max
}

function isAscending(values: readonly string[]): boolean {
  return values.every((value, index) => index === 0 || (values[index - 1] ?? '') < value)
}
