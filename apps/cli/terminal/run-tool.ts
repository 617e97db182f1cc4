import { spawn } from 'node:child_process'
import { inRoot } from '../root.js'

export interface ToolResult {
  ok: boolean
  output: string
}

/** Runs a JavaScript tool from node_modules with our Node, and answers what it said. */
export function runTool(script: string, options: string[], env: Record<string, string> = {}): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', inRoot('node_modules', script), ...options], {
      cwd: inRoot(),
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (status) => resolve({ ok: status === 0, output: Buffer.concat(chunks).toString('utf8').trim() }))
  })
}
