import { relative, resolve } from 'node:path'
import type { ViteDevServer } from 'vite'
import { root } from '../root.js'
import { complain } from '../terminal/say.js'

/** How long an editor or a version control system may take to write all the files of one change. */
const settle = 120

/**
 * Calls back once after each burst of changes below the folders, with one of the changed files; returns how to stop. Vite's watcher
 * looks, because Node's own loses sight of a file that was replaced, as editors and version control systems do.
 */
export function watchSources(watcher: ViteDevServer['watcher'], folders: string[], changed: (file: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watched = folders.map((folder) => resolve(root, folder))
  const notice = (_event: string, path: string) => {
    if (!watched.some((folder) => path.startsWith(`${folder}/`)) || /(\.(spec|test)\.tsx?|~|\.swp|\.md|\/\.[^/]*)$/.test(path)) return
    clearTimeout(timer)
    timer = setTimeout(() => changed(relative(root, path)), settle)
  }
  watcher.add(watched)
  watcher.on('all', notice)
  // What may not be read, such as an editor's temporary file, is no reason to end.
  watcher.on('error', (error) => complain(`A change may go unnoticed: ${error instanceof Error ? error.message : String(error)}`))
  return () => {
    clearTimeout(timer)
    watcher.off('all', notice)
  }
}
