import { Injectable } from '@nestjs/common'
import { parseHandle } from '#forms'
import { GuardedFetch } from '../../fetch/index.js'
import { type AtprotoDid, didOf, handleNamedBy } from '../bluesky/did.js'
import { blueskyPlace, BlueskySignIn } from '../bluesky/bluesky-sign-in.js'
import { followsOnBluesky, profileOf } from '../bluesky/profile.js'
import type { Account, Beginning, HandleConnector, ProofSubject, ProvenAccount, SignInAnswer } from '../handle-connector.js'
import { HandleProblem } from '../handle-problem.js'

/** Bluesky and the rest of the AT Protocol: she signs in at her server or, where none could reach us, puts a code into her profile. */
@Injectable()
export class BlueskyConnector implements HandleConnector {
  readonly network = 'bluesky'

  constructor(
    private readonly fetcher: GuardedFetch,
    private readonly signIn: BlueskySignIn,
  ) {}

  read(typed: string): Account | null {
    const reading = parseHandle(typed)
    const handle = reading.kind === 'handle' ? reading.handle : reading.kind === 'address' ? reading.suggestion : ''
    return handle === '' || handle.startsWith('@') ? null : accountCalled(handle)
  }

  async begin(account: Account, { code }: ProofSubject): Promise<Beginning> {
    await this.#didOf(account)
    if (this.signIn.possible) return { kind: 'sign-in', ...(await this.signIn.begin(account.handle)) }
    return { kind: 'place', what: 'code', text: code, account }
  }

  async finish(answer: SignInAnswer, secret: unknown, subject: ProofSubject): Promise<ProvenAccount> {
    if (answer.place !== blueskyPlace) throw new HandleProblem('mixedUp')
    const did = await this.signIn.finish(answer, secret)
    const handle = await handleNamedBy(this.fetcher, did)
    const account = handle === null ? null : this.read(handle)
    // A document may name any handle; only the handle itself can say that it is this account's.
    if (account === null || (await didOf(this.fetcher, account.handle)) !== did)
      throw new HandleProblem('notTheirs', { handle: handle?.slice(0, 100) ?? did })
    return this.#described(account, did, subject)
  }

  async check(account: Account, subject: ProofSubject): Promise<ProvenAccount> {
    const did = await this.#didOf(account)
    const profile = await profileOf(this.fetcher, did)
    if (profile === null) throw new HandleProblem('accountUnknown', { handle: account.handle })
    if (!profile.description.includes(subject.code)) throw new HandleProblem('codeMissing', { handle: account.handle, code: subject.code })
    return this.#described(account, did, subject)
  }

  /** Who stands behind a handle, if both name each other. */
  async #didOf({ handle }: Account): Promise<AtprotoDid> {
    const did = await didOf(this.fetcher, handle)
    if (did === null || (await handleNamedBy(this.fetcher, did)) !== handle) throw new HandleProblem('accountUnknown', { handle })
    return did
  }

  async #described(account: Account, did: AtprotoDid, subject: ProofSubject): Promise<ProvenAccount> {
    const profile = await profileOf(this.fetcher, did).catch(() => null)
    return {
      ...account,
      createdAt: profile?.createdAt ?? null,
      followsBrand: await followsOnBluesky(this.fetcher, did, subject).catch(() => null),
      followers: subject.wantsFollowers ? (profile?.followers ?? null) : null,
    }
  }
}

function accountCalled(handle: string): Account {
  return { handle, key: handle.toLowerCase(), profileUrl: `https://bsky.app/profile/${handle}` }
}
