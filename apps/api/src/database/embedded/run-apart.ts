import { spawn, type SpawnOptions } from 'node:child_process'

/** How a program failed. */
export interface Failure {
  readonly stderr?: string
  readonly code?: string | number | null
  readonly signal?: string | null
}

/** Runs a program to its end in a process group of its own, which Ctrl-C in our terminal does not reach. Rejects with a Failure. */
export async function runApart(program: string, options: readonly string[], settings: SpawnOptions): Promise<void> {
  const child = spawn(program, options, { ...settings, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const { code, signal } = await new Promise<Failure>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, killedBy) => resolve({ code: status, signal: killedBy }))
  })
  if (code !== 0) throw Object.assign(new Error(`${program} failed`), { stderr, code, signal } satisfies Failure)
}
