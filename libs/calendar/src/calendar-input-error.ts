/** Something that no calendar file can carry: an unknown zone, an end before its start, an address that is none. */
export class CalendarInputError extends Error {
  override readonly name = 'CalendarInputError'
}
