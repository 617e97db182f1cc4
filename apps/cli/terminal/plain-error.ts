/** What a person did or has cannot work; the message is one line that says what is wrong and what to do. No bug of ours. */
export class PlainError extends Error {
  override name = 'PlainError'
}

/** The sources do not compile; the message is what the compiler says, over as many lines as it needs. */
export class BuildError extends Error {
  override name = 'BuildError'
}
