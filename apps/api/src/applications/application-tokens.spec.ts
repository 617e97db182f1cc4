import { describe, expect, it } from '@jest/globals'
import { loadConfig } from '../config/index.js'
import { newId } from '../database/index.js'
import { ApplicationTokens, ownerOf } from './application-tokens.js'

const tokensWith = (secret: string) => new ApplicationTokens(loadConfig({ SECRET_KEY: secret.repeat(8) }))
const tokens = tokensWith('known here only')
const made = { id: newId(), tokenEpoch: 0, feedEpoch: 0, confirmEpoch: 0 }

describe('the links of an application', () => {
  it('name it, and open it for what they were made for and for nothing else', () => {
    const purposes = ['personal', 'confirm', 'feed'] as const
    for (const purpose of purposes) {
      const token = tokens[purpose](made)
      expect(token).toMatch(/^[\w-]{43}$/)
      expect(ownerOf(token)).toBe(made.id)
      for (const other of purposes) expect(tokens.opens(other, token, made)).toBe(other === purpose)
    }
  })

  it('end with their epoch, each by itself', () => {
    const token = tokens.personal(made)
    expect(tokens.opens('personal', token, { ...made, tokenEpoch: 1 })).toBe(false)
    expect(tokens.opens('personal', token, { ...made, feedEpoch: 1, confirmEpoch: 1 })).toBe(true)
  })

  it('open no other application, and cannot be made by whoever lacks the secret', () => {
    const [mine, other] = [Buffer.from(tokens.personal(made), 'base64url'), { ...made, id: newId() }]
    const forged = Buffer.concat([Buffer.from(other.id.replaceAll('-', ''), 'hex'), mine.subarray(16)]).toString('base64url')
    expect(ownerOf(forged)).toBe(other.id)
    expect(tokens.opens('personal', forged, other)).toBe(false)
    expect(tokens.opens('personal', tokensWith('another secret').personal(made), made)).toBe(false)
    for (let byte = 0; byte < mine.length; byte += 1) {
      const changed = Buffer.from(mine)
      changed[byte] = (changed[byte] ?? 0) ^ 1
      expect(tokens.opens('personal', changed.toString('base64url'), made)).toBe(false)
    }
  })

  it.each(['', 'x', '0'.repeat(42), '0'.repeat(44), `${'0'.repeat(42)}/`, `${'0'.repeat(42)}\n`, 'é'.repeat(43)])(
    'are none of what looks like %j',
    (text) => {
      expect(ownerOf(text)).toBeNull()
      expect(tokens.opens('personal', text, made)).toBe(false)
    },
  )
})
