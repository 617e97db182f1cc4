import { paths } from '../../app/paths.js'

/** Where to go after signing in: an address of this site, and never one that a stranger's link smuggled in. */
export function safeReturn(to: string | null): string {
  if (!to?.startsWith('/')) return paths.console()
  const url = new URL(to, location.origin)
  return url.origin === location.origin ? url.pathname + url.search : paths.console()
}
