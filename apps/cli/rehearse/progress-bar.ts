const width = 28

/** One line on stderr that fills up: what is being done, how far it is. */
export class ProgressBar {
  readonly #terminal = process.stderr.isTTY === true
  #label = ''
  #total = 1
  #done = 0
  #shown = -1
  #began = 0

  begin(label: string, total = 1): void {
    this.#finishLine()
    this.#label = label
    this.#total = Math.max(1, total)
    this.#done = 0
    this.#began = performance.now()
    this.#shown = -1
    this.#draw()
  }

  advance = (): void => {
    this.#done += 1
    this.#draw()
  }

  end(): void {
    this.#done = this.#total
    this.#label += `, ${((performance.now() - this.#began) / 1000).toFixed(1)} s`
    this.#shown = -1
    this.#draw()
    this.#finishLine()
    this.#label = ''
  }

  #draw(): void {
    const percent = Math.floor((100 * Math.min(this.#done, this.#total)) / this.#total)
    if (percent === this.#shown) return
    this.#shown = percent
    const filled = Math.round((width * percent) / 100)
    const line = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(percent).padStart(3)} %  ${this.#label}`
    if (this.#terminal) process.stderr.write(`\r\x1b[K${line}`)
    else if (percent === 100 && this.#done === this.#total && this.#label.endsWith(' s')) process.stderr.write(`${line}\n`)
  }

  #finishLine(): void {
    if (this.#terminal && this.#label !== '') process.stderr.write('\n')
  }
}
