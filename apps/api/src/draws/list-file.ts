const linesPerPiece = 10_000

/** A file of lines that grows: kept as bytes, since a million texts take several times their room. */
export class ListFile {
  readonly #pieces: Buffer[] = []
  #lines: string[] = []

  add(line: string): void {
    this.#lines.push(line)
    if (this.#lines.length === linesPerPiece) this.#pack()
  }

  /** The whole file, every line ended by a line feed. */
  bytes(): Uint8Array {
    this.#pack()
    return Buffer.concat(this.#pieces.splice(0))
  }

  #pack(): void {
    if (this.#lines.length > 0) this.#pieces.push(Buffer.from(`${this.#lines.join('\n')}\n`, 'latin1'))
    this.#lines = []
  }
}
