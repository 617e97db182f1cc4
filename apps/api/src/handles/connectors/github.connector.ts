import { Injectable } from '@nestjs/common'
import { GuardedFetch } from '../../fetch/index.js'
import type { Account, Beginning, HandleConnector, ProofSubject, ProvenAccount } from '../handle-connector.js'
import { HandleProblem } from '../handle-problem.js'
import { readPage } from '../pages/read-page.js'

/** GitHub shows a profile to everybody, with what its owner says of herself as the description of the page: there a code is hers. */
@Injectable()
export class GitHubConnector implements HandleConnector {
  readonly network = 'github'

  constructor(private readonly fetcher: GuardedFetch) {}

  read(typed: string): Account | null {
    const [, name] = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/?#]+)\/?$/i.exec(typed.trim()) ?? [
      '',
      typed
        .trim()
        .replace(/^@/, '')
        .replace(/@github\.com$/i, ''),
    ]
    if (name === undefined || !/^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/i.test(name)) return null
    const handle = `@${name}@github.com`
    return { handle, key: handle.toLowerCase(), profileUrl: `https://github.com/${name}` }
  }

  async begin(account: Account, { code }: ProofSubject): Promise<Beginning> {
    return { kind: 'place', what: 'code', text: code, account }
  }

  async check(account: Account, { code }: ProofSubject): Promise<ProvenAccount> {
    const { descriptions } = await readPage(this.fetcher, account.profileUrl ?? '')
    if (!descriptions.some((text) => text.includes(code))) throw new HandleProblem('codeMissing', { handle: account.handle, code })
    return { ...account, createdAt: null, followsBrand: null, followers: null }
  }
}
