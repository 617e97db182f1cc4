/** One unit that competes: a person, or a group that gets all its seats or none (sections 3 and 9). */
export interface EntryUnit {
  /** Ticket ids, 64 hex digits each. */
  readonly members: readonly string[]
  /** Seats wanted, at least one per member; more means guests without a name. */
  readonly seats: number
  readonly weight: number
  readonly tags: readonly string[]
}

/** A unit as it stands in a list: its place in the file (from 0) and its id, which is the hash of its line. */
export interface ListedUnit extends EntryUnit {
  readonly index: number
  readonly unitId: string
}

/** Columns hold seats and weights in 32 bits. */
export const MAX_COUNT = 0xffff_ffff

export interface EntryLimits {
  readonly maxUnitSeats: number
  readonly maxWeight: number
}

/**
 * The frozen list, in columns so that a million units fit in memory. Make one with `buildEntries` or `parseEntries`;
 * read it with `unitAt`, `listUnits`, `findUnit` and `findTicket`.
 */
export interface EntryList {
  /** Number of units (lines). */
  readonly count: number
  /** Number of named members over all units. */
  readonly members: number
  /** Seats wanted by all units together. */
  readonly seats: number
  /** Merkle root over the lines, hex. */
  readonly root: string
  /** The bytes of entries.txt. */
  readonly file: Uint8Array
  /** Where each line starts in `file`, and after the last one its length. */
  readonly lineStarts: Uint32Array
  /** Unit ids, 32 bytes each, in the order of the file. */
  readonly leaves: Uint8Array
  readonly unitSeats: Uint32Array
  readonly weights: Uint32Array
  /** Which of `tagSets` each unit has. */
  readonly tagSetOf: Uint32Array
  readonly tagSets: readonly (readonly string[])[]
}

/** An application that was set aside before the close, with the published reason (section 2). */
export interface ExcludedTicket {
  readonly ticketId: string
  readonly reason: string
}

/** The excluded file, ready for the manifest. */
export interface ExcludedList {
  readonly count: number
  readonly root: string
  /** The bytes of excluded.txt. */
  readonly file: Uint8Array
  readonly tickets: readonly ExcludedTicket[]
}
