import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { listFiles } from '../build/source-files.js'
import { inRoot } from '../root.js'
import { PlainError } from '../terminal/plain-error.js'

/** What a file in test/bench/ exports. */
interface Bench {
  run(options: string[]): Promise<number | void>
}

/** `npm run bench -- NAME [OPTIONS]`: runs test/bench/NAME.ts. */
export async function run([name, ...options]: string[]): Promise<number | void> {
  const names = listFiles('test/bench')
    .filter((file) => /^test\/bench\/[^/]+\.ts$/.test(file))
    .map((file) => basename(file, '.ts'))
  if (!name || !names.includes(name))
    throw new PlainError(`There is no benchmark "${name ?? ''}": name one of ${names.sort().join(', ') || '(none yet)'}.`)
  const bench = (await import(pathToFileURL(inRoot('test', 'bench', `${name}.ts`)).href)) as Bench
  return bench.run(options)
}
