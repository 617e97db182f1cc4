import { dim } from './say.js'

/** Tells what is being done: on a terminal by one line that changes and finally goes, elsewhere by one line for each step. */
export class Progress {
  readonly #terminal = process.stdout.isTTY === true

  step(text: string): void {
    if (this.#terminal) process.stdout.write(`\r\x1b[K${dim(`${text} …`)}`)
    else process.stdout.write(`${text} …\n`)
  }

  /** Clears the line, so that the next output starts clean. */
  done(): void {
    if (this.#terminal) process.stdout.write('\r\x1b[K')
  }
}
