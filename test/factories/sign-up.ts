import type { HttpClient } from '../support/http-client.js'
import { textAt } from '../support/http-client.js'

let number = 0

/** Something no other test has: for names and addresses. */
export function unique(word: string): string {
  number += 1
  return `${word}${number}`
}

export const password = 'elf telescopen in het duin'

export interface SignedUp {
  /** Signed in as the owner. */
  readonly client: HttpClient
  readonly slug: string
  readonly organizationId: string
  readonly userId: string
  readonly email: string
}

interface SignUpChoices {
  readonly organizationName?: string
  readonly name?: string
  readonly email?: string
  readonly locale?: 'nl' | 'en'
}

/** A new organization whose owner is signed in with this client. */
export async function signUp(client: HttpClient, choices: SignUpChoices = {}): Promise<SignedUp> {
  const body = {
    organizationName: choices.organizationName ?? unique('Museum Duinlicht '),
    name: choices.name ?? 'Mirjam de Vries',
    email: choices.email ?? `${unique('owner')}@duinlicht.example`,
    password,
    locale: choices.locale ?? 'en',
  }
  const answer = await client.post('/api/accounts', body)
  if (answer.status !== 201) throw new Error(`Signing up failed: ${answer.status} ${answer.text}`)
  return {
    client,
    slug: textAt(answer.body, 'memberships.0.organization.slug'),
    organizationId: textAt(answer.body, 'memberships.0.organization.id'),
    userId: textAt(answer.body, 'user.id'),
    email: textAt(answer.body, 'user.email'),
  }
}
