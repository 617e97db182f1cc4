import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The folder that holds package.json. */
export const root = join(import.meta.dirname, '..', '..')

/** Absolute path of something in the project. */
export const inRoot = (...parts: string[]): string => join(root, ...parts)

/** Loads a compiled module of the API; the caller names its type. */
export const fromDist = async <Module>(path: string): Promise<Module> =>
  (await import(pathToFileURL(inRoot('dist', 'apps', 'api', 'src', path)).href)) as Module
