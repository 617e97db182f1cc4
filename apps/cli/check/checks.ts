import { type ToolResult, runTool } from '../terminal/run-tool.js'
import { checkOpenApi } from '../openapi/check-openapi.js'
import { checkClock } from './check-clock.js'

export interface Check {
  name: string
  run(): Promise<ToolResult>
}

const sources = ['apps', 'libs', 'migrations', 'test']

/** TypeScript 7 checks; two packages provide `tsc`, so it is called by its path. */
const typeCheck = (project: string) => runTool('ts7/bin/tsc', ['-p', project, '--pretty', 'false'])

/** The files that the formatter would change; what it would change nobody wants to read. */
async function checkFormat(): Promise<ToolResult> {
  const { ok, output } = await runTool('@biomejs/biome/bin/biome', [
    'format',
    '--colors=off',
    '--reporter=summary',
    '--max-diagnostics=none',
    '.',
  ])
  return { ok, output: `${output}\nRun "npm run format".` }
}

/** Everything that is checked without running the product, the quick ones last. */
export const checks: Check[] = [
  { name: 'types of the server, libraries and tests', run: () => typeCheck('tsconfig.json') },
  { name: 'types of the pages', run: () => typeCheck('apps/web/tsconfig.json') },
  { name: 'lint', run: () => runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', run: checkFormat },
  {
    name: 'arrows between folders',
    run: () => runTool('dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.mjs', ...sources]),
  },
  { name: 'no clock and no chance in the domain', run: checkClock },
  { name: "the API's description and the types of it", run: checkOpenApi },
]
