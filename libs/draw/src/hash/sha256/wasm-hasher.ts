import type { BlockHasher } from './block-hasher.js'
import { INITIAL_STATE, ROUND_CONSTANTS } from './constants.js'
import { CONSTANTS_AT, INITIAL_AT } from './layout.js'
import { kernelBytes } from './wasm-kernel.js'
import { writeWords } from './words.js'

/** The part of WebAssembly that is used; what the pages and Node know of it are two different descriptions. */
interface WebAssemblyPart {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object) => { readonly exports: object }
}

type Kernel = Pick<BlockHasher, 'absorb' | 'digestFours'> & { readonly memory: { readonly buffer: ArrayBuffer } }

/** SHA-256 as WebAssembly, four messages at a time; null where it may not run or knows no vectors. */
export function wasmHasher(): BlockHasher | null {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyPart }
  if (WebAssembly === undefined) return null
  try {
    const { memory, absorb, digestFours } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes())).exports as Kernel
    const hasher = { memory: new Uint8Array(memory.buffer), absorb, digestFours }
    writeWords(hasher, INITIAL_AT, INITIAL_STATE)
    writeWords(hasher, CONSTANTS_AT, ROUND_CONSTANTS)
    return hasher
  } catch {
    return null
  }
}
