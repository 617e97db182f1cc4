import { watch } from 'node:fs'
import { inRoot } from '../root.js'

/** How long an editor or a version control system may take to write all the files of one change. */
const settle = 120

/** Calls back once after each burst of changes below the folders, with one of the changed files; returns how to stop. */
export function watchSources(folders: string[], changed: (file: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers = folders.map((folder) =>
    watch(inRoot(folder), { recursive: true }, (_event, name) => {
      if (!name || /(\.(spec|test)\.tsx?|~|\.swp|\.md)$/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(() => changed(`${folder}/${name}`), settle)
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
