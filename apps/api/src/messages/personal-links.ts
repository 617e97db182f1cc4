import { createHmac } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { TweetupConfig } from '../config/index.js'
import type { LinkName } from './mail-template.js'
import { type TemplateName, templates } from './templates.js'

/** What a link can be made from. */
export interface LinkSubject {
  readonly organizationId: string | null
  readonly applicationId: string | null
  readonly recipient: string
  readonly params: object
}

type MakeLink = (manager: EntityManager, subject: LinkSubject) => Promise<string>

/**
 * Makes the secret addresses of a mail when it is sent, so that no token lies in the table of deliveries.
 * Features that keep the tokens say how their links are made.
 */
@Injectable()
export class PersonalLinks {
  readonly #makers = new Map<LinkName, MakeLink>()

  constructor(private readonly config: TweetupConfig) {
    this.register('join', async (_, { params }) => this.#derived('/join/', 'member-invitation', params, 'invitationId'))
    this.register('reset', async (_, { params }) => this.#derived('/reset/', 'password-reset', params, 'resetId'))
  }

  register(name: LinkName, make: MakeLink): void {
    this.#makers.set(name, make)
  }

  /** The links that a mail asks for; the others are empty. */
  async forMail(manager: EntityManager, template: TemplateName, subject: LinkSubject): Promise<Record<LinkName, string>> {
    const links: Record<LinkName, string> = { personal: '', pages: '', confirm: '', address: '', noMail: '', join: '', reset: '' }
    for (const name of templates[template].links) {
      const make = this.#makers.get(name)
      if (!make) throw new Error(`Nobody has said how a "${name}" link is made.`)
      links[name] = await make(manager, subject)
    }
    return links
  }

  #derived(path: string, purpose: string, params: object, field: string): string {
    const id = Object.entries(params).find(([key]) => key === field)?.[1] as unknown
    if (typeof id !== 'string') throw new Error(`A mail with a ${path} link needs ${field} among its params.`)
    return this.config.url(`${path}${createHmac('sha256', this.config.key(purpose)).update(id).digest('base64url')}`)
  }
}
