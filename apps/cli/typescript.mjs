/**
 * Lets Node run the project's TypeScript from its sources, compiled exactly as the build does it: for the commands themselves,
 * for benches and for the set-up of the test run. The product runs from `dist/`.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'

const root = new URL('../../', import.meta.url).href
const settings = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'))

registerHooks({
  resolve(specifier, context, nextResolve) {
    const fromSource = { ...context, conditions: ['source', ...context.conditions] }
    const inProject =
      context.parentURL?.startsWith(root) && !context.parentURL.includes('/node_modules/') && !context.parentURL.startsWith(`${root}dist/`)
    if (!inProject) return nextResolve(specifier, context)
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return nextResolve(specifier, specifier.startsWith('#') ? fromSource : context)
    for (const ending of ['.ts', '.tsx']) {
      try {
        return nextResolve(specifier.replace(/\.js$/, ending), context)
      } catch {
        continue
      }
    }
    return nextResolve(specifier, context)
  },

  load(url, context, nextLoad) {
    const [path] = url.split('?')
    if (!/\.tsx?$/.test(path) || path.includes('/node_modules/')) return nextLoad(url, context)
    const filename = fileURLToPath(path)
    const { test, ...options } = settings.find((candidate) => new RegExp(candidate.test).test(filename))
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false, sourceMaps: 'inline' })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
