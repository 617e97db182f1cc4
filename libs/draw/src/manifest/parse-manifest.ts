import { parseCanonicalJson } from '../canonical/parse-canonical-json.js'
import { DrawFormError } from '../errors.js'
import { checkManifest } from './check-manifest.js'
import type { Manifest } from './manifest.js'

/**
 * Reads manifest.json: canonical bytes, every field, every rule (protocol section 4).
 * @throws DrawFormError with all problems and their fields.
 */
export function parseManifest(file: Uint8Array | string): Manifest {
  return asManifest(parseCanonicalJson(file))
}

/**
 * The same for a value that did not come as bytes.
 * @throws DrawFormError with all problems and their fields.
 */
export function asManifest(value: unknown): Manifest {
  if (!isManifest(value)) throw new DrawFormError('manifest', checkManifest(value))
  return value
}

function isManifest(value: unknown): value is Manifest {
  return checkManifest(value).length === 0
}
