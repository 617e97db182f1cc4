import { readFileSync } from 'node:fs'
import { listFiles } from '../build/source-files.js'
import { inRoot } from '../root.js'
import type { ToolResult } from '../terminal/run-tool.js'

/** What tells the time or throws dice by itself. */
const forbidden = /\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)/

/** The files that are the clock, or that wait for a machine and not for a person. */
const exempt = /^apps\/api\/src\/(database|jobs|config|demo)\/|^libs\/[^/]+\/(bench|test)\/|\.(spec|test)\.tsx?$/

/** Domain code asks the Clock, and libraries get time and chance as arguments; otherwise the time machine would not reach them. */
export async function checkClock(): Promise<ToolResult> {
  const findings = listFiles('apps/api/src', 'libs')
    .filter((file) => /\.tsx?$/.test(file) && !exempt.test(file))
    .flatMap(linesOf)
    .filter(({ text }) => forbidden.test(text) && !/^\s*(\*|\/\/)/.test(text))
  return {
    ok: findings.length === 0,
    output: findings.map(({ file, line, text }) => `${file}:${line}: ask the Clock (or take it as an argument): ${text.trim()}`).join('\n'),
  }
}

function linesOf(file: string) {
  return readFileSync(inRoot(file), 'utf8')
    .split('\n')
    .map((text, index) => ({ file, line: index + 1, text }))
}
