import { mkdirSync } from 'node:fs'
import { say } from '../terminal/say.js'
import { committedFolder, generatedFiles, writeOpenApi } from './write-openapi.js'

/** `npm run openapi` */
export async function run(): Promise<void> {
  mkdirSync(committedFolder, { recursive: true })
  await writeOpenApi(committedFolder)
  say(`Written: ${generatedFiles.map((name) => `apps/web/src/lib/api/${name}`).join(', ')}`)
}
