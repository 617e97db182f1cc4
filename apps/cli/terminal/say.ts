const colours = process.stdout.isTTY && !process.env.NO_COLOR

const paint = (code: number) => (text: string) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text)

export const bold = paint(1)
export const dim = paint(2)
export const red = paint(31)
export const green = paint(32)

/** One line on standard output. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`)

/** One line on standard error. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`)

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
