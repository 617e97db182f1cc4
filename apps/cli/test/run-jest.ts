import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tally } from '../check/run-checks.js'
import { inRoot } from '../root.js'
import { complain } from '../terminal/say.js'

/** The part of Jest's report that we count. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
  numPendingTests: number
}

/** Runs the tests of some Jest projects and counts them; a file that cannot even be loaded counts as one failure. */
export async function runJest(projects: string[], options: string[] = []): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetup-jest-'))
  const report = join(folder, 'report.json')
  try {
    const clean = await spawnJest(['--selectProjects', ...projects, '--json', `--outputFile=${report}`, ...options])
    const tally = readTally(report)
    if (!clean && tally.failed === 0) return { ...tally, failed: 1 }
    return tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function spawnJest(options: string[]): Promise<boolean> {
  const workers = Math.max(1, Math.min(4, availableParallelism()))
  const child = spawn(
    process.execPath,
    [inRoot('node_modules', 'jest', 'bin', 'jest.js'), `--maxWorkers=${workers}`, '--passWithNoTests', ...options],
    {
      cwd: inRoot(),
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
      // The machine-readable report also goes to standard output; people read standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status === 0))
  })
}

function readTally(file: string): Tally {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(readFileSync(file, 'utf8')) as Report
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites + numPendingTests }
  } catch {
    complain('The test runner ended without a report.')
    return { passed: 0, failed: 1 }
  }
}
