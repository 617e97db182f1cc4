import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { parseHandle } from '#forms'
import type { Network } from '#policy'
import { Application, ApplicationRepository, EventGate, isClosed } from '../applications/index.js'
import { TweetupConfig } from '../config/index.js'
import { isUniqueViolation, Transactions } from '../database/index.js'
import { type Event, Events } from '../events/index.js'
import { FetchFailed } from '../fetch/index.js'
import { Conflict, Gone, Invalid, RateLimiter } from '../http/index.js'
import type { Organization } from '../organizations/index.js'
import { Connectors } from './connectors.js'
import type { BeginProofDto, FinishProofDto } from './dto/handle-proof.dto.js'
import { HandleAttempts } from './handle-attempts.js'
import type { Account, Beginning, HandleConnector, ProofSubject, ProvenAccount } from './handle-connector.js'
import { HandleProblem } from './handle-problem.js'
import { HandleProof } from './handle-proof.entity.js'
import { ProofCode } from './proof-code.js'

/** Enough for somebody who mistypes; each try asks a stranger's server for something. */
const perApplication = { limit: 30, windowSeconds: 3600, code: 'handles:tooMany' }
const perServer = { limit: 600, windowSeconds: 3600, code: 'handles:tooMany' }

interface Proving {
  readonly event: Event
  readonly organization: Organization
}

/** Somebody shows that an account is hers, between applying and the close. Other servers are asked outside of every transaction. */
@Injectable()
export class ProveHandle {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly config: TweetupConfig,
    private readonly limiter: RateLimiter,
    private readonly events: Events,
    private readonly gate: EventGate,
    private readonly applications: ApplicationRepository,
    private readonly connectors: Connectors,
    private readonly attempts: HandleAttempts,
    private readonly codes: ProofCode,
  ) {}

  /** Where to sign in, or what to put into a profile. Throws Invalid for what is no account of the network. */
  async begin(application: Application, { network, handle }: BeginProofDto): Promise<Beginning> {
    const { connector, account, subject } = await this.#prepare(application, network, handle)
    const beginning = await asked(account, () => connector.begin(account, subject))
    if (beginning.kind === 'sign-in') await this.attempts.keep(application, network, beginning.state, beginning.secret)
    return beginning
  }

  /** Looks whether what was to be put into a profile is there. */
  async check(application: Application, { network, handle }: BeginProofDto): Promise<void> {
    const { connector, account, subject, proving } = await this.#prepare(application, network, handle)
    if (!connector.check) throw new HandleProblem('expired')
    const proven = await asked(account, async () => connector.check?.(account, subject))
    if (proven) await this.#keep(application, proving.event, connector, network === 'web' ? 'link' : 'code', proven)
  }

  /** After a sign-in. The state is used up, whatever comes of it. */
  async finish(application: Application, { state, code, issuer, place }: FinishProofDto): Promise<void> {
    const attempt = await this.attempts.take(application, state)
    if (!attempt) throw new HandleProblem('expired')
    if (code === undefined || code === null) throw new HandleProblem('declined')
    const proving = await this.#proving(application, attempt.network)
    const connector = this.connectors.of(attempt.network)
    const subject = this.#subject(application, proving, attempt.network)
    const answer = { state, code, issuer: issuer ?? null, place }
    const proven = await asked(null, async () => connector.finish?.(answer, attempt.secret, subject))
    if (proven) await this.#keep(application, proving.event, connector, 'sign-in', proven)
  }

  async #prepare(application: Application, network: Network, typed: string) {
    const proving = await this.#proving(application, network)
    const connector = this.connectors.of(network)
    const account = connector.read(typed)
    if (account === null) throw new Invalid([{ path: 'handle', code: `handles:unclear.${network}` }])
    await this.limiter.take(null, `handle-proof:${application.id}`, perApplication)
    await this.limiter.take(null, `handle-server:${serverOf(account)}`, perServer)
    return { proving, connector, account, subject: this.#subject(application, proving, network) }
  }

  /** The event, while something can be proven for it. Throws what a closed door throws. */
  async #proving(application: Application, network: Network): Promise<Proving> {
    const { manager } = this.dataSource
    const event = await this.events.byId(manager, application.organizationId, application.eventId)
    if (application.withdrawnAt !== null) throw new Conflict('applications:withdrawn')
    if (event.handleProof.mode === 'off' || !event.handleProof.networks.includes(network)) throw new Conflict('handles:notAsked')
    const gate = await this.transactions.run((transaction) => this.gate.hold(transaction, event.id))
    if (gate.cancelled) throw new Gone('applications:cancelled')
    if (isClosed(gate)) throw new Gone('handles:closed')
    return { event, organization: await this.events.organizationOf(manager, event) }
  }

  #subject(application: Application, { event, organization }: Proving, network: Network): ProofSubject {
    const code = this.codes.of(application, network)
    const brands: Partial<Record<Network, string | null>> = { fediverse: organization.fediverseHandle, bluesky: organization.blueskyHandle }
    return {
      application,
      brand: brands[network] ?? null,
      wantsFollowers: event.handleProof.followers,
      code,
      link: this.config.url(`/${organization.slug}/${event.slug}#${code}`),
    }
  }

  async #keep(
    { id }: Application,
    event: Event,
    { network }: HandleConnector,
    method: HandleProof['method'],
    proven: ProvenAccount,
  ): Promise<void> {
    try {
      await this.transactions.run(async (manager) => {
        const { now } = await this.gate.holdOpen(manager, event)
        await this.#makeRoom(manager, event, network, proven)
        const application = await this.applications.lock(manager, id)
        if (application.withdrawnAt !== null) throw new Conflict('applications:withdrawn')
        await manager.delete(HandleProof, { applicationId: id })
        await manager.insert(HandleProof, {
          applicationId: id,
          organizationId: event.organizationId,
          eventId: event.id,
          network,
          handle: proven.handle,
          handleKey: proven.key,
          method,
          profileUrl: proven.profileUrl,
          provenAt: now,
          accountCreatedAt: proven.createdAt,
          followsBrand: proven.followsBrand,
          followers: proven.followers,
        })
        await manager.update(Application, { id }, { ...shownHandle(proven), handleProvenAt: now, version: application.version + 1 })
      })
    } catch (error) {
      if (isUniqueViolation(error, 'handle_proofs_one_application')) throw new HandleProblem('taken', { handle: proven.handle })
      throw error
    }
  }

  /** An account that was proven for an application which takes no part any more is free again. */
  async #makeRoom(manager: EntityManager, event: Event, network: Network, { key }: Account): Promise<void> {
    const [gone] = await manager.query<[{ application_id: string }[], number]>(
      `delete from handle_proofs using applications
       where handle_proofs.event_id = $1 and network = $2 and handle_proofs.handle_key = $3 and applications.id = application_id
         and (withdrawn_at is not null or set_aside_at is not null or shadow_of is not null)
       returning application_id`,
      [event.id, network, key],
    )
    for (const { application_id: id } of gone) await manager.update(Application, { id }, { handleProvenAt: null })
  }
}

/** A handle that the form would take becomes that of the application; the address of a page stands in the proof alone. */
function shownHandle({ handle }: Account): Pick<Application, 'handle' | 'handleKey'> | object {
  const reading = parseHandle(handle)
  return reading.kind === 'handle' ? { handle: reading.handle, handleKey: reading.handle.toLowerCase() } : {}
}

function serverOf({ handle }: Account): string {
  return handle.split('@').at(-1)?.split('/')[0] ?? handle
}

/** What another server does is told as what she can do about it. */
async function asked<Result>(account: Account | null, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof FetchFailed)
      throw account === null ? new HandleProblem('serverSilent') : new HandleProblem('serverAway', { server: serverOf(account) })
    throw error
  }
}
