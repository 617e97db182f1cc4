/** Why nothing was brought: an address that is not gone to, nobody there, or an answer that is not taken. */
export type FetchFailure = 'address' | 'unreachable' | 'redirects' | 'too-slow' | 'too-large' | 'type'

/** A page or document of somebody else's server that could not be had. The message is for logs and names no secrets. */
export class FetchFailed extends Error {
  override name = 'FetchFailed'
  constructor(
    readonly reason: FetchFailure,
    message: string,
  ) {
    super(message)
  }
}
