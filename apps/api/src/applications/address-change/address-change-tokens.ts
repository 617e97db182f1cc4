import { createHmac } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { TweetupConfig } from '../../config/index.js'
import { PersonalLinks } from '../../messages/index.js'

/** Which of the two addresses a link was mailed to: the new one proves itself, the old one agrees. */
export type AddressRole = 'prove' | 'agree'

/** The secrets in the two mails about a change of address. Derived, so that they lie in no table and no queue. */
@Injectable()
export class AddressChangeTokens implements OnModuleInit {
  readonly #key: Buffer

  constructor(
    private readonly config: TweetupConfig,
    private readonly links: PersonalLinks,
  ) {
    this.#key = config.key('address-change')
  }

  onModuleInit(): void {
    this.links.register('address', async (_, { params }) => {
      const { id, role } = ('change' in params ? params.change : {}) as { id?: string; role?: AddressRole }
      if (id === undefined || role === undefined) throw new Error('A mail with an address link must name the change and the role.')
      return this.config.url(`/address/${this.of(id, role)}`)
    })
  }

  of(changeId: string, role: AddressRole): string {
    return createHmac('sha256', this.#key).update(`${changeId}|${role}`).digest('base64url').slice(0, 24)
  }
}
