import { Injectable } from '@nestjs/common'
import { GuardedFetch } from '../../fetch/index.js'
import type { Account, Beginning, HandleConnector, ProofSubject, ProvenAccount } from '../handle-connector.js'
import { HandleProblem } from '../handle-problem.js'
import { readPage } from '../pages/read-page.js'

/** A page of her own, which links to the event with `rel="me"` and a code of hers in the address. */
@Injectable()
export class WebPageConnector implements HandleConnector {
  readonly network = 'web'

  constructor(private readonly fetcher: GuardedFetch) {}

  read(typed: string): Account | null {
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
    if (/[\s@]/.test(address) || !URL.canParse(address)) return null
    const { protocol, host, pathname } = new URL(address)
    if (!['http:', 'https:'].includes(protocol) || !/\.[a-z][a-z0-9-]*$/.test(host) || pathname.length > 200) return null
    const handle = `${host}${pathname.replace(/\/+$/, '')}`
    return { handle, key: handle.replace(/^www\./, ''), profileUrl: `https://${handle}` }
  }

  async begin(account: Account, { link }: ProofSubject): Promise<Beginning> {
    return { kind: 'place', what: 'link', text: link, account }
  }

  async check(account: Account, { link }: ProofSubject): Promise<ProvenAccount> {
    const { me } = await readPage(this.fetcher, `https://${account.handle}`)
    if (!me.includes(link)) throw new HandleProblem('linkMissing', { handle: account.handle })
    return { ...account, createdAt: null, followsBrand: null, followers: null }
  }
}
