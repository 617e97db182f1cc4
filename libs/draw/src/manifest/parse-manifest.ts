import { parseCanonicalJson } from '../canonical/parse-canonical-json.js'
import { DrawFormError } from '../errors.js'
import { checkManifest } from './check-manifest.js'
import type { Manifest } from './manifest.js'

/** Five times what all pools and contributors at their longest need. */
const MAX_MANIFEST_BYTES = 1024 * 1024

/**
 * Reads manifest.json, of at most 1 MB: canonical bytes, every field, every rule (protocol section 4).
 * @throws DrawFormError with all problems and their fields.
 */
export function parseManifest(file: Uint8Array | string): Manifest {
  if (file.length > MAX_MANIFEST_BYTES)
    throw new DrawFormError('manifest', [{ path: '', message: `has ${file.length} bytes, at most ${MAX_MANIFEST_BYTES} are read` }])
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
