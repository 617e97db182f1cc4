/** The embedded database cannot be used. The message is one line for the person at the terminal: what is wrong and what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}
