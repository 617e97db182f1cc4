import { canonicalJson } from '../canonical/canonical-json.js'
import { toHex } from '../hash/hex.js'
import { taggedHash } from '../hash/tagged-hash.js'
import type { Manifest } from './manifest.js'

/** The commitment C that is published at the close: H(COMMIT, CJ(manifest)), hex (protocol section 1). */
export function commitmentOf(manifest: Manifest): string {
  return toHex(taggedHash('COMMIT', new TextEncoder().encode(canonicalJson(manifest))))
}
