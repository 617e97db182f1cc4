import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What an event had before there was a choice: everybody competes for every seat, alone, with one lot. */
const asBefore = JSON.stringify({
  pools: [{ id: 'open', seats: null, who: { kind: 'everybody' }, called: null, closesAt: null }],
  spillTo: null,
  weights: { losses: 'none', lossCap: 5, firstTimers: 0, answers: [] },
  companions: { largest: 1, fill: 'first-fit' },
  picked: { seats: 0 },
  review: null,
  randomness: { mode: 'beacon', contributors: [], fallbackDays: null },
})

/** Who decides over the seats of an event, and how: one document, read by libs/policy. */
export class AddSelectionPolicy1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE events ADD policy jsonb NOT NULL DEFAULT '${asBefore}'`)
    await runner.query(`ALTER TABLE events ALTER policy DROP DEFAULT`)
    await runner.query(`ALTER TABLE events ADD CONSTRAINT events_policy_object CHECK (jsonb_typeof(policy) = 'object')`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE events DROP policy`)
  }
}
