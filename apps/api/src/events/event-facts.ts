import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

/** How far the draw of an event is. */
export interface DrawFacts {
  readonly state: 'none' | 'committed' | 'drawn'
  readonly round: number | null
  readonly roundTime: Date | null
  readonly trialBeacon: boolean
  /** How many applications take part; known once they are frozen. */
  readonly applications: number | null
  readonly drawnAt: Date | null
}

type Supply<T> = (manager: EntityManager, eventIds: readonly string[]) => Promise<ReadonlyMap<string, T>>

/** Which answers of an event are counted: of how many applications is each of these true. */
export interface AnswerCount {
  readonly questionId: string
  /** `given`: it is answered; `missing`: it is not; `option`: this was chosen; `longer`: the text has more characters than this. */
  readonly ask: 'given' | 'missing' | { readonly option: string } | { readonly longer: number } | 'all'
}

type CountAnswers = (manager: EntityManager, eventId: string, asks: readonly AnswerCount[]) => Promise<readonly number[]>

/** How many groups of people who apply together have more of them than this. */
type CountGroups = (manager: EntityManager, eventId: string, size: number) => Promise<number>

const noDraw: DrawFacts = { state: 'none', round: null, roundTime: null, trialBeacon: false, applications: null, drawnAt: null }

/** What features that build on events know about them. They say so here, so that events need not know them. */
@Injectable()
export class EventFacts {
  #draws: Supply<DrawFacts> = async () => new Map()
  #applications: Supply<number> = async () => new Map()
  #countAnswers: CountAnswers = async (_, __, asks) => asks.map(() => 0)
  #largerGroups: CountGroups = async () => 0

  constructor(private readonly dataSource: DataSource) {}

  /** For the draws feature. */
  supplyDraws(supply: Supply<DrawFacts>): void {
    this.#draws = supply
  }

  /** For the applications feature: how many there are of each event. */
  supplyApplications(supply: Supply<number>): void {
    this.#applications = supply
  }

  /** For the applications feature. */
  supplyLargerGroups(count: CountGroups): void {
    this.#largerGroups = count
  }

  /** For the applications feature. */
  supplyAnswerCounts(count: CountAnswers): void {
    this.#countAnswers = count
  }

  /** In the order of what is asked. */
  async countAnswers(manager: EntityManager, eventId: string, asks: readonly AnswerCount[]): Promise<readonly number[]> {
    return asks.length === 0 ? [] : this.#countAnswers(manager, eventId, asks)
  }

  async largerGroups(manager: EntityManager, eventId: string, size: number): Promise<number> {
    return this.#largerGroups(manager, eventId, size)
  }

  async drawOf(eventId: string, manager: EntityManager = this.dataSource.manager): Promise<DrawFacts> {
    return (await this.#draws(manager, [eventId])).get(eventId) ?? noDraw
  }

  /** Draw and number of applications of each event. */
  async of(
    eventIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<(eventId: string) => { draw: DrawFacts; applications: number }> {
    const [draws, applications] = [await this.#draws(manager, eventIds), await this.#applications(manager, eventIds)]
    return (eventId) => ({ draw: draws.get(eventId) ?? noDraw, applications: applications.get(eventId) ?? 0 })
  }
}
