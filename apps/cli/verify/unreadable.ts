/** The bundle cannot be read at all, or the command line is wrong: exit status 2 and one line, not a failed check. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
