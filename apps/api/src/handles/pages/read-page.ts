import type { GuardedFetch } from '../../fetch/index.js'
import { HandleProblem } from '../handle-problem.js'
import { type PageMarks, pageMarks } from './page-marks.js'

/** As much as the head of any page needs, and most pages as a whole. */
const largest = 2 * 1024 * 1024

/** The marks of somebody's page. It must still be on its own site when all redirects are followed: who owns the target owns no name that leads there. */
export async function readPage(fetcher: GuardedFetch, address: string): Promise<PageMarks> {
  const page = await fetcher.fetch(address, { accept: ['text/html', 'application/xhtml+xml'], largest })
  if (page.status === 404 || page.status === 410) throw new HandleProblem('accountUnknown', { handle: address })
  if (page.status !== 200 || siteOf(page.url) !== siteOf(address)) throw new HandleProblem('profileHidden', { handle: address })
  return pageMarks(page.body.toString('utf8'), page.url)
}

function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '')
}
