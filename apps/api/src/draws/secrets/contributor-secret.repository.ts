import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, Repository } from 'typeorm'
import type { Contributor } from '#draw'
import type { Draw } from '../draw.entity.js'
import { ContributorSecret } from './contributor-secret.entity.js'

@Injectable()
export class ContributorSecretRepository extends Repository<ContributorSecret> {
  constructor(dataSource: DataSource) {
    super(ContributorSecret, dataSource.manager)
  }

  async ofEvent(eventId: string, manager: EntityManager = this.manager): Promise<ReadonlyMap<string, ContributorSecret>> {
    const rows = await manager.findBy(ContributorSecret, { eventId })
    return new Map(rows.map((row) => [row.contributor, row]))
  }

  async byTokenHash(tokenHash: string): Promise<ContributorSecret | null> {
    return this.findOneBy({ tokenHash })
  }

  /** Locked until the transaction ends. Lock the event, and the draw if there is one, first. */
  async lock(manager: EntityManager, eventId: string, contributor: string): Promise<ContributorSecret | null> {
    return manager.findOne(ContributorSecret, { where: { eventId, contributor }, lock: { mode: 'pessimistic_write' } })
  }

  async setToken(manager: EntityManager, organizationId: string, eventId: string, contributor: string, tokenHash: string): Promise<void> {
    await manager.query(
      `insert into contributor_secrets (event_id, contributor, organization_id, token_hash) values ($1, $2, $3, $4)
       on conflict (event_id, contributor) do update set token_hash = excluded.token_hash`,
      [eventId, contributor, organizationId, tokenHash],
    )
  }

  /** From now on the draw waits for these secrets. */
  async countOn(manager: EntityManager, draw: Draw, contributors: readonly Contributor[]): Promise<void> {
    for (const { id, commit } of contributors)
      await manager.query(
        `insert into contributor_secrets (event_id, contributor, organization_id, "commit", committed_at, draw_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (event_id, contributor) do update
         set draw_id = excluded.draw_id, "commit" = excluded."commit", committed_at = coalesce(contributor_secrets.committed_at, excluded.committed_at)`,
        [draw.eventId, id, draw.organizationId, commit, draw.committedAt, draw.id],
      )
  }

  /** The revealed secrets in the manifest's order, or null while one is missing. */
  async revealed(eventId: string, contributors: readonly Contributor[], manager: EntityManager = this.manager): Promise<string[] | null> {
    const rows = await manager.query<{ contributor: string; secret: string }[]>(
      'select contributor, secret from contributor_secrets where event_id = $1 and secret is not null',
      [eventId],
    )
    const secrets = new Map(rows.map(({ contributor, secret }) => [contributor, secret]))
    const inOrder = contributors.flatMap(({ id }) => secrets.get(id) ?? [])
    return inOrder.length === contributors.length ? inOrder : null
  }
}
