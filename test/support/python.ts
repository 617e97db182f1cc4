import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A list of a hundred thousand lines has to fit. */
const MAX_OUTPUT = 1024 * 1024 * 1024

/** What a program said and how it ended. */
export interface PythonRun {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

/** The line to type where there is no `python3`. */
export function lineForPython(): string {
  return process.platform === 'darwin' ? 'type "xcode-select --install"' : 'type "sudo apt-get install -y python3"'
}

/** Whether `python3` of 3.9 or later is here: the oldest that the programs are written for. */
export function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0
}

/**
 * Runs a Python program of this repository, with a path from its root, and waits for it; nothing is left behind.
 * @throws Error with the line to type when there is no Python
 */
export function runPython(program: string, options: readonly string[] = [], input = ''): PythonRun {
  const run = spawnSync('python3', ['-B', program, ...options], { cwd: root, input, encoding: 'utf8', maxBuffer: MAX_OUTPUT })
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT')
    throw new Error(`There is no python3 here, with which the draw is checked by independent programs: ${lineForPython()}, then try again.`)
  if (run.error !== undefined) throw run.error
  return { status: run.status, output: run.stdout, errors: run.stderr }
}

/** The same while this process goes on, for instance to answer what the program asks. */
export async function runPythonMeanwhile(program: string, options: readonly string[]): Promise<PythonRun> {
  const child = spawn('python3', ['-B', program, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ])
  return { status, output, errors }
}
