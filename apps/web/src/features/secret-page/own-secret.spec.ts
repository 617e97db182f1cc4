import { describe, expect, it } from '@jest/globals'
import { fromHex, secretCommitment } from '#draw'
import { makeSecret, secretIn } from './own-secret.js'

const event = '01a221b3-5dde-77f7-b4c2-322e6cfe290a'

describe('a secret of one’s own', () => {
  it('is 32 bytes, another one each time, with its commitment', () => {
    const [one, other] = [makeSecret(event), makeSecret(event)]
    expect(one.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(one.secret).not.toBe(other.secret)
    expect(one.commit).toBe(secretCommitment(event, fromHex(one.secret)))
  })

  it('is found in the text of a file, in groups and in capitals', () => {
    const { secret, commit } = makeSecret(event)
    const groups = secret.match(/.{8}/g)?.join(' \n') ?? ''
    for (const text of [secret, ` ${secret.toUpperCase()}\n`, groups, `fingerprint: ${commit}\nsecret: ${secret}\n`])
      expect(secretIn(text, event, commit)).toBe(secret)
  })

  it('is not found where there is none, or that of another event or commitment', () => {
    const { secret, commit } = makeSecret(event)
    for (const text of ['', 'a secret', commit, secret.slice(1), `${secret}0`, makeSecret(event).secret])
      expect(secretIn(text, event, commit)).toBeNull()
    expect(secretIn(secret, 'another', commit)).toBeNull()
  })
})
