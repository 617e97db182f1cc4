import { type Code, flatten, unsigned } from './wasm-code.js'

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const I32 = 0x7f
const V128 = 0x7b
const FUNCTION = 0x60
const END = 0x0b

/** A function without result. Its parameters are the first locals, all 32-bit numbers; the others follow in this order. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: number
  readonly numbers: number
  readonly vectors: number
  readonly body: Code
}

/** A module that exports `memory` of so many pages of 64 KiB, and the functions (WebAssembly core specification, section 5). */
export function wasmModule(pages: number, functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }): Code => [FUNCTION, list(Array.from({ length: parameters }, () => [I32])), 0])
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section(1, types),
    ...section(3, Array.from(functions.keys(), unsigned)),
    ...section(5, [[0, unsigned(pages)]]),
    ...section(7, [exported('memory', 2, 0), ...functions.map(({ name }, index) => exported(name, 0, index))]),
    ...section(10, functions.map(codeOf)),
  ])
}

function codeOf({ numbers, vectors, body }: WasmFunction): Code {
  return sized([
    list([
      [unsigned(numbers), I32],
      [unsigned(vectors), V128],
    ]),
    body,
    END,
  ])
}

function exported(name: string, kind: number, index: number): Code {
  return [list(Array.from(new TextEncoder().encode(name), (byte) => [byte])), kind, unsigned(index)]
}

function section(id: number, items: readonly Code[]): readonly number[] {
  return flatten([id, sized(list(items))])
}

function sized(code: Code): Code {
  const bytes = flatten(code)
  return [unsigned(bytes.length), bytes]
}

function list(items: readonly Code[]): Code {
  return [unsigned(items.length), items]
}
