import { describe, expect, it } from '@jest/globals'
import { receiptPublicKey, signReceipt, verifyReceipt } from '#draw'
import { loadConfig } from '../config/index.js'
import { Receipts } from './receipts.js'

const config = loadConfig({ SECRET_KEY: 'k'.repeat(40) })
const application = {
  eventId: '0193a1b2-0000-7000-8000-000000000001',
  nonce: Buffer.alloc(32, 7),
  holder: 'ab'.repeat(32),
  ticketId: 'cd'.repeat(32),
  receivedAt: new Date('2027-05-01T10:00:00.900Z'),
}
const { eventId: event, ticketId } = application

describe('the receipt of an application', () => {
  it('verifies with the library that pages and sceptics use', async () => {
    const { time, signature, publicKey } = new Receipts(config).of(application)
    expect(await verifyReceipt({ event, ticketId, time }, signature, publicKey)).toBe(true)
    expect(await verifyReceipt({ event, ticketId, time: time + 1 }, signature, publicKey)).toBe(false)
  })

  it('is signed as draw-protocol section 2 says, to the last byte', async () => {
    const key = config.key('receipt-signing')
    const { time, signature, publicKey } = new Receipts(config).of(application)
    expect(signature).toBe(await signReceipt({ event, ticketId, time }, key))
    expect(publicKey).toBe(await receiptPublicKey(key))
  })

  it('is the same every time it is asked for', () => {
    expect(new Receipts(config).of(application)).toEqual(new Receipts(config).of(application))
  })
})
