import { BLOCK_BYTES } from './constants.js'

/** Where everything lies in the memory of a block hasher, in bytes from its start. */
export const CONSTANTS_AT = 0
/** The state that every message starts from, and one that a caller may prepare; eight words each, little-endian. */
export const INITIAL_AT = 256
export const PREPARED_AT = 288
export const DIGESTS_AT = 512

/** As many messages as are hashed in one go: few enough to stay in the processor's nearest cache. */
export const MOST_MESSAGES = 64
/** Room for lines of groups of eight; longer ones are rare enough to be hashed alone. */
export const MOST_BLOCKS = 9

const MESSAGES_AT = DIGESTS_AT + 32 * MOST_MESSAGES

/** Where the messages of so many blocks lie: those of fewer blocks come first. */
export function messagesAt(blocks: number): number {
  return MESSAGES_AT + MOST_MESSAGES * BLOCK_BYTES * ((blocks * (blocks - 1)) / 2)
}

export const MEMORY_BYTES = messagesAt(MOST_BLOCKS + 1)
