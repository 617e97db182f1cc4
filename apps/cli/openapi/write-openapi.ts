import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../build/build.js'
import { inRoot } from '../root.js'
import { BuildError } from '../terminal/plain-error.js'
import { runTool } from '../terminal/run-tool.js'

/** The two generated files, in this order: the description, and the types that the web app's client is made of. */
export const generatedFiles = ['openapi.json', 'schema.d.ts'] as const

export const committedFolder = inRoot('apps', 'web', 'src', 'lib', 'api')

/** Generates the description of the API from its code, and the types from the description, into a folder. */
export async function writeOpenApi(folder: string): Promise<void> {
  await build({ web: false })
  const description = join(folder, 'openapi.json')
  await runOrThrow(join('..', 'dist', 'apps', 'api', 'src', 'openapi.js'), [description])
  writeFileSync(description, `${JSON.stringify(JSON.parse(readFileSync(description, 'utf8')), null, 2)}\n`)
  await runOrThrow('openapi-typescript/bin/cli.js', [description, '--output', join(folder, 'schema.d.ts')])
}

async function runOrThrow(script: string, options: string[]): Promise<void> {
  const { ok, output } = await runTool(script, options)
  if (!ok) throw new BuildError(`The API's description could not be generated:\n${output}`)
}
