import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transform } from '@swc/core'
import { inRoot } from '../root.js'
import { BuildError } from '../terminal/plain-error.js'
import { fingerprintOf, fingerprintOfAll, listFiles } from './source-files.js'

/** What was compiled from what, so that the next build touches only what changed. */
interface Manifest {
  compiler: string
  files: Record<string, string>
}

const manifestFile = inRoot('dist', '.fingerprints', 'server.json')

interface Plan extends Manifest {
  /** Sources whose output is missing or out of date, and outputs whose source is gone. */
  stale: string[]
  gone: string[]
}

/** Whether dist/ lacks anything that the server's sources say. */
export function serverIsStale(): boolean {
  const { stale, gone } = makePlan()
  return stale.length + gone.length > 0
}

/** Compiles the API, the libraries and the migrations to dist/ and copies what they read beside it (texts, fonts, templates). */
export async function buildServer(): Promise<void> {
  const { compiler, files, stale, gone } = makePlan()
  for (const file of gone) for (const output of [outputOf(file), `${outputOf(file)}.map`]) rmSync(output, { force: true })
  await Promise.all(stale.map(compileOrCopy))
  mkdirSync(dirname(manifestFile), { recursive: true })
  writeFileSync(manifestFile, JSON.stringify({ compiler, files } satisfies Manifest))
}

function makePlan(): Plan {
  const compiler = fingerprintOfAll(['.swcrc', join('node_modules', '@swc', 'core', 'package.json')])
  const before = readManifest()
  const known = before.compiler === compiler ? before.files : {}
  const files = Object.fromEntries(serverFiles().map((file) => [file, fingerprintOf(file)]))
  return {
    compiler,
    files,
    stale: Object.keys(files).filter((file) => known[file] !== files[file] || !existsSync(outputOf(file))),
    gone: Object.keys(before.files).filter((file) => !(file in files)),
  }
}

/** The folders whose files the server runs on. */
export const serverFolders = ['apps/api/src', 'libs', 'migrations']

const isServerFile = (file: string): boolean => !/\.(spec|test)\.tsx?$|\.d\.ts$|\.md$|tsconfig[^/]*\.json$|(^|\/)\./.test(file)

const serverFiles = (): string[] => listFiles(...serverFolders).filter(isServerFile)

const isSource = (file: string): boolean => /\.tsx?$/.test(file)

const outputOf = (file: string): string => inRoot('dist', file.replace(/\.tsx?$/, '.js'))

async function compileOrCopy(file: string): Promise<void> {
  const output = outputOf(file)
  mkdirSync(dirname(output), { recursive: true })
  if (!isSource(file)) return copyFileSync(inRoot(file), output)
  const { code, map } = await compile(file)
  writeFileSync(
    output,
    `${code}//# sourceMappingURL=${file
      .split('/')
      .at(-1)
      ?.replace(/\.tsx?$/, '.js')}.map\n`,
  )
  if (map) writeFileSync(`${output}.map`, map)
}

async function compile(file: string) {
  try {
    return await transform(readFileSync(inRoot(file), 'utf8'), {
      filename: inRoot(file),
      cwd: inRoot(),
      root: inRoot(),
      swcrc: true,
      sourceMaps: true,
    })
  } catch (cause) {
    throw new BuildError(`${file} does not compile:\n${(cause as Error).message.split('\n\nCaused by:')[0]?.trim()}`, { cause })
  }
}

function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  } catch {
    return { compiler: '', files: {} }
  }
}
