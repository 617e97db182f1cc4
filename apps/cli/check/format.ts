import { runTool } from '../terminal/run-tool.js'
import { say } from '../terminal/say.js'

/** `npm run format [-- PATH...]` */
export async function run(paths: string[]): Promise<number> {
  const { ok, output } = await runTool('@biomejs/biome/bin/biome', [
    'format',
    '--write',
    '--colors=off',
    ...(paths.length > 0 ? paths : ['.']),
  ])
  say(output)
  return ok ? 0 : 1
}
