import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ToolResult } from '../terminal/run-tool.js'
import { committedFolder, generatedFiles, writeOpenApi } from './write-openapi.js'

/** Generates the description and the types anew and compares them with the committed ones. */
export async function checkOpenApi(): Promise<ToolResult> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetup-openapi-'))
  try {
    await writeOpenApi(folder)
    const stale = generatedFiles.filter((name) => contentOf(join(folder, name)) !== contentOf(join(committedFolder, name)))
    return {
      ok: stale.length === 0,
      output: stale
        .map((name) => `apps/web/src/lib/api/${name} is not what the code says: run "npm run openapi" and commit it.`)
        .join('\n'),
    }
  } catch (error) {
    return { ok: false, output: (error as Error).message }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const contentOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
