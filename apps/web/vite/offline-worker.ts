import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Plugin, transformWithOxc } from 'vite'
import { wholePage } from './page-links.js'

const source = fileURLToPath(new URL('../src/features/personal-page/offline/worker.ts', import.meta.url))

/** The letters that a personal page is set in; the rest of the alphabets need a connection. */
const fonts =
  /(bricolage-grotesque-latin-standard-normal|hanken-grotesk-latin-wght-normal|martian-mono-latin-(?:standard|wdth|wght|full)-normal)-/

/**
 * Writes `me-worker.js`, the service worker of personal pages, with the names of the files that it keeps. It is no module of the app: its
 * address must stay the same from build to build, and its scope is nothing but /me/.
 */
export function offlineWorker(): Plugin {
  return {
    name: 'tweetup:offline-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = [
        ...wholePage('me', bundle),
        ...Object.keys(bundle)
          .filter((file) => fonts.test(file))
          .map((file) => `/${file}`),
      ].sort()
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source, { target: 'es2023' })
      const version = createHash('sha256').update(code).update(files.join()).digest('hex').slice(0, 12)
      const given = `const keptFiles = ${JSON.stringify(files)}\nconst keptVersion = '${version}'\n`
      this.emitFile({ type: 'asset', fileName: 'me-worker.js', source: given + code })
    },
  }
}
