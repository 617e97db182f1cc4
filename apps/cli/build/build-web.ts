import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { inRoot } from '../root.js'
import { BuildError } from '../terminal/plain-error.js'
import { fingerprintOfAll, listFiles } from './source-files.js'

const fingerprintFile = inRoot('dist', '.fingerprints', 'web')

/** Whether dist/web is missing or was built from other sources or packages. */
export const webIsStale = (): boolean => readFingerprint() !== currentFingerprint() || !existsSync(inRoot('dist', 'web', 'index.html'))

/** Builds the web app to dist/web. */
export async function buildWeb(): Promise<void> {
  const fingerprint = currentFingerprint()
  // Gone until the build is complete, so that one which is cut off is done again.
  rmSync(fingerprintFile, { force: true })
  await runVite()
  mkdirSync(dirname(fingerprintFile), { recursive: true })
  writeFileSync(fingerprintFile, fingerprint)
}

function currentFingerprint(): string {
  const files = listFiles('apps/web', 'libs').filter((file) => !/\.(spec|test)\.tsx?$/.test(file))
  return fingerprintOfAll([...files, 'package.json', 'package-lock.json'])
}

async function runVite(): Promise<void> {
  const options = ['build', inRoot('apps', 'web'), '--outDir', inRoot('dist', 'web'), '--emptyOutDir', '--logLevel', 'warn']
  const building = promisify(execFile)(process.execPath, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), ...options], {
    cwd: inRoot(),
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0', NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  })
  // At once, because whoever builds next must not find it writing.
  const kill = () => void building.child.kill('SIGKILL')
  process.once('exit', kill)
  try {
    await building
  } catch (cause) {
    const { stderr, stdout, message } = cause as Error & { stderr?: string; stdout?: string }
    throw new BuildError(`The pages do not build:\n${stripVTControlCharacters(stderr || stdout || message).trim()}`, { cause })
  } finally {
    process.off('exit', kill)
  }
}

const readFingerprint = (): string => (existsSync(fingerprintFile) ? readFileSync(fingerprintFile, 'utf8') : '')
