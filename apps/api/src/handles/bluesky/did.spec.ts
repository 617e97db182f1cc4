import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadConfig } from '../../config/index.js'
import { GuardedFetch } from '../../fetch/index.js'
import { didOf, isAtprotoDid } from './did.js'

const did = `did:plc:${'a'.repeat(24)}`
const config = loadConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'tweetup-did-')), SECRET_KEY: 'known to every test and to nothing else' })
/** Nothing is answered but what DNS says. */
const nowhere = new GuardedFetch(config, async () => Promise.reject(new Error('ENOTFOUND')))
const resolved = (...records: string[][]) =>
  didOf(nowhere, 'anna.example', async (name) => (name === '_atproto.anna.example' ? records : Promise.reject(new Error('ENODATA'))))

describe('a handle of the AT Protocol', () => {
  it('leads to the DID of its one record, also where that comes in parts or among others', async () => {
    expect(await resolved([`did=${did}`])).toBe(did)
    expect(await resolved(['v=spf1 -all'], ['did=did:plc:', 'a'.repeat(24)])).toBe(did)
  })

  it('leads nowhere with none, with two, or with one that is no DID', async () => {
    expect(await resolved()).toBeNull()
    expect(await resolved([`did=${did}`], [`did=did:plc:${'b'.repeat(24)}`])).toBeNull()
    for (const wrong of ['did=', 'did=https://evil.example', 'did=did:plc:short', 'did=did:web:a/../b', 'did=did:key:z6Mk', did])
      expect(await resolved([wrong])).toBeNull()
  })

  it.each(['did:web:127.0.0.1:80', 'did:web:a%2Fb', 'did:plc:../../x', 'DID:plc:x', ''])('takes %j for no DID', (text) => {
    expect(isAtprotoDid(text)).toBe(false)
  })
})
