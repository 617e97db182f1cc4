import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { newId } from '../../database/new-id.js'

export interface Request {
  /** Method, path and caller: one caller's key means nothing for another. */
  readonly scope: string
  readonly key: string
  readonly body: string
}

export interface Answer {
  readonly status: number
  /** JSON, or empty when there is no body. */
  readonly body: string
}

interface ClaimRow {
  readonly id: string
  readonly claim: string
  readonly body_hash: string
  readonly status: number | null
  readonly answer: Buffer | null
}

/** What the table says about a key. */
export type Found =
  | { readonly state: 'free' }
  | { readonly state: 'other-body' }
  | { readonly state: 'mine' }
  | { readonly state: 'unanswered' }
  | { readonly state: 'answered'; readonly answer: Answer }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * One request's hold on its idempotency key. The answer is kept encrypted under the key itself, of which only a hash is stored,
 * because an answer may hold a personal link; the body's hash is keyed too, because a body may hold a password that a plain hash would give away.
 */
export class Claim {
  readonly #claim = newId()
  readonly #id: string
  readonly #bodyHash: string
  /** As an object: Node takes ten times as long to begin with a key that is bytes. */
  readonly #cipherKey: KeyObject
  /** Whether the latest transaction has kept the answer; once it has committed there is nothing left to keep. */
  #kept = false

  constructor({ scope, key, body }: Request, secret: KeyObject) {
    this.#id = sha256(`${scope}\n${key}`)
    this.#cipherKey = createSecretKey(createHmac('sha256', secret).update(key).digest())
    this.#bodyHash = createHmac('sha256', this.#cipherKey).update(body).digest('base64url')
  }

  /** Takes the key in the transaction of the effect itself. Waits for another transaction that is taking it. False when another request has it. */
  async take(manager: EntityManager, now: Date): Promise<boolean> {
    this.#kept = false
    const taken = await manager.query<unknown[]>(
      'insert into idempotency_keys (id, claim, body_hash, created_at) values ($1, $2, $3, $4) on conflict do nothing returning id',
      [this.#id, this.#claim, this.#bodyHash, now],
    )
    return taken.length > 0 || (await this.find(manager)).state === 'mine'
  }

  /** Keeps the answer, unless another request has the key or an answer is kept already. */
  async keep(manager: EntityManager, answer: Answer, now: Date): Promise<void> {
    await manager.query(
      `insert into idempotency_keys as present (id, claim, body_hash, status, answer, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set status = excluded.status, answer = excluded.answer
       where present.claim = excluded.claim and present.answer is null`,
      [this.#id, this.#claim, this.#bodyHash, answer.status, this.#encrypt(answer.body), now],
    )
    this.#kept = true
  }

  /** Whether the latest transaction of this request has kept the answer. */
  get kept(): boolean {
    return this.#kept
  }

  async find(manager: EntityManager): Promise<Found> {
    const [row] = await manager.query<ClaimRow[]>('select id, claim, body_hash, status, answer from idempotency_keys where id = $1', [
      this.#id,
    ])
    if (!row) return { state: 'free' }
    if (row.claim === this.#claim) return { state: 'mine' }
    if (row.body_hash !== this.#bodyHash) return { state: 'other-body' }
    if (row.status === null || row.answer === null) return { state: 'unanswered' }
    return { state: 'answered', answer: { status: row.status, body: this.#decrypt(row.answer) } }
  }

  #encrypt(text: string): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#cipherKey, nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  }

  #decrypt(bytes: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#cipherKey, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  }
}
