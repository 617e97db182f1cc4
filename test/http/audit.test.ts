import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { AuditLog } from '../../apps/api/src/audit/index.js'
import { newId, Transactions } from '../../apps/api/src/database/index.js'
import { type Probe, startProbe } from '../support/probe-app.js'

let probe: Probe
beforeAll(async () => {
  probe = await startProbe({ env: { ROLE: 'api' } })
})
afterAll(() => probe?.close())

const entries = () => probe.database.query<{ action: string; after: unknown }>('select action, after from audit_log')

describe('the audit log', () => {
  it('keeps an act with the act itself: both or neither', async () => {
    const [transactions, audit] = [probe.app.get(Transactions), probe.app.get(AuditLog)]
    const act = { userId: newId(), action: 'member.removed', subject: newId(), before: { role: 'door' }, after: {} }
    await transactions.run((manager) => audit.record(manager, act))
    const undone = transactions.run(async (manager) => {
      await audit.record(manager, { ...act, action: 'member.undone' })
      throw new Error('changed my mind')
    })
    await expect(undone).rejects.toThrow('changed my mind')
    expect(await entries()).toEqual([{ action: 'member.removed', after: {} }])
  })

  it.each(['update audit_log set action = null', 'delete from audit_log', 'truncate audit_log'])('refuses: %s', async (statement) => {
    await expect(probe.database.query(statement)).rejects.toThrow('The audit log is append-only.')
    expect(await entries()).toHaveLength(1)
  })
})
