import type { Beacon } from '../manifest/manifest.js'

/** A public chain that everybody can look up, without a round. */
export interface KnownChain extends Omit<Beacon, 'round'> {
  readonly name: string
}

/** The running chains of the League of Entropy whose schemes the protocol knows, as drand publishes them. */
export const KNOWN_CHAINS: readonly KnownChain[] = [
  {
    name: 'quicknet',
    kind: 'drand',
    chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    publicKey:
      '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
    scheme: 'bls-unchained-g1-rfc9380',
    period: 3,
    genesis: 1_692_803_367,
  },
  {
    name: 'default',
    kind: 'drand',
    chainHash: '8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce',
    publicKey: '868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31',
    scheme: 'pedersen-bls-chained',
    period: 30,
    genesis: 1_595_431_050,
  },
]

/** The public chain with this hash, or null: then the beacon is a trial chain, or nobody we know (protocol section 5). */
export function knownChain(chainHash: string): KnownChain | null {
  return KNOWN_CHAINS.find((chain) => chain.chainHash === chainHash) ?? null
}
