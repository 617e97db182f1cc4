import { scriptHasher } from './script-hasher.js'
import { wasmHasher } from './wasm-hasher.js'

/** SHA-256 over whole blocks that lie, padded already, in a memory of its own; `layout.ts` says where. */
export interface BlockHasher {
  readonly memory: Uint8Array
  /** Takes blocks that lie one after the other into the state at `state`. */
  absorb(state: number, from: number, blocks: number): void
  /** Hashes four times `fours` messages of so many blocks, one after the other from `from` on; their digests go to `to` on. */
  digestFours(state: number, from: number, blocks: number, fours: number, to: number): void
}

/** Compiling the module takes about as long as script needs for so many messages. */
const WORTH_COMPILING = 4096

let script: BlockHasher | undefined
let compiled: BlockHasher | undefined

/**
 * The quickest hasher for about so many messages. WebAssembly where it may run; a page whose policy forbids it, or a short list,
 * gets the same from plain script. There is one of each: whoever uses it is done before anybody else can begin.
 */
export function hasherFor(messages: number): BlockHasher {
  if (messages >= WORTH_COMPILING) compiled ??= wasmHasher() ?? scriptHasher()
  return compiled ?? (script ??= scriptHasher())
}
