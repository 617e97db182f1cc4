import { describe, expect, it } from '@jest/globals'
import { isRole, may, roles, rolesThatMay, type Verb, verbs } from './index.js'

/** Written out by hand, so that a change of the rules is a change of this table too. o = may, . = may not. */
const table: Record<Verb, string> = {
  //                     owner organizer reviewer moderator door
  'organization.see': 'ooooo',
  'organization.change': 'o....',
  'members.see': 'oo...',
  'members.manage': 'o....',
  'hosts.see': 'oooo.',
  'hosts.manage': 'oo...',
  'files.upload': 'oo...',
  'events.see': 'ooooo',
  'events.edit': 'oo...',
  'events.publish': 'oo...',
  'events.cancel': 'oo...',
  'applications.see': 'oo...',
  'applications.tag': 'oo...',
  'applications.note': 'oo...',
  'applications.judge': 'oo...',
  'applications.export': 'oo...',
  'applications.import': 'oo...',
  'messages.see': 'oo...',
  'invitations.see': 'oo...',
  'draws.run': 'oo...',
  'secrets.manage': 'oo...',
  'exclusions.see': 'oo...',
  'exclusions.ask': 'oo...',
  'exclusions.decide': 'oo...',
  'seats.pick': 'oo...',
  'reviews.write': 'ooo..',
  'reviews.see': 'oo...',
  'door.work': 'oo..o',
  'insights.see': 'oooo.',
  'survey.see': 'oo...',
  'clock.move': 'oo...',
}

describe('permissions', () => {
  it.each(Object.entries(table) as [Verb, string][])('%s is for %s', (verb, marks) => {
    const allowed = roles.map((role) => (may(role, verb) ? 'o' : '.')).join('')
    expect(allowed).toBe(marks)
  })

  it('know every verb that the table lists, and no other', () => {
    expect([...verbs].sort()).toEqual(Object.keys(table).sort())
  })

  it('let an owner do everything', () => {
    expect(verbs.filter((verb) => !may('owner', verb))).toEqual([])
  })

  it('name the roles behind a verb, the most powerful first', () => {
    expect(rolesThatMay('door.work')).toEqual(['owner', 'organizer', 'door'])
  })

  it('recognise a role, and nothing that only looks like one', () => {
    expect(roles.every(isRole)).toBe(true)
    expect(['Owner', '', 'constructor', 'toString', null, undefined, 0].some(isRole)).toBe(false)
  })
})
