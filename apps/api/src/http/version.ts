import { PreconditionFailed, PreconditionRequired } from './errors.js'

/** The ETag of a version. */
export function versionTag(version: number): string {
  return `"${version}"`
}

/**
 * Checks an If-Match header against the version that a thing has now.
 * Throws PreconditionRequired (428) when there is none, PreconditionFailed (412) when it names another version.
 */
export function expectVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined) throw new PreconditionRequired()
  if (ifMatch.trim() !== versionTag(version)) throw new PreconditionFailed()
}
