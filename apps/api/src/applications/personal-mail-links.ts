import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type LinkSubject, type ParamsOf, PersonalLinks } from '../messages/index.js'
import { Application } from './application.entity.js'
import { ApplicationTokens, type Tokened, type TokenedGroup } from './application-tokens.js'
import { ApplicationGroup } from './groups/application-group.entity.js'
import { mailboxKey } from './identity/mailbox-key.js'

type LostLinkParams = ParamsOf<'lost-link'>

/** Makes the links of mails to applicants when the mail is sent: the personal link is then the one that works. */
@Injectable()
export class PersonalMailLinks implements OnModuleInit {
  constructor(
    private readonly links: PersonalLinks,
    private readonly tokens: ApplicationTokens,
  ) {}

  onModuleInit(): void {
    this.links.register('personal', async (manager, subject) => {
      const group = await groupOf(manager, subject)
      return this.tokens.personalUrl(await applicationOf(manager, subject)) + (group === null ? '' : this.tokens.togetherFragment(group))
    })
    this.links.register('pages', async (manager, { params }) => (await this.#pages(manager, params as LostLinkParams)).join('\n'))
    this.links.register('confirm', async (manager, subject) => this.tokens.confirmUrl(await applicationOf(manager, subject)))
  }

  /** In the order of the params; empty for one that has moved to another address since. */
  async #pages(manager: EntityManager, { emailKey, pages }: LostLinkParams): Promise<string[]> {
    const ids = pages.map(({ applicationId }) => applicationId)
    const applications = await manager.findBy(Application, { id: In(ids) })
    const hers = applications.filter((application) => mailboxKey(application.emailKey) === emailKey)
    const urls = new Map(hers.map((application) => [application.id, this.tokens.personalUrl(application)]))
    return ids.map((id) => urls.get(id) ?? '')
  }
}

async function applicationOf(manager: EntityManager, { applicationId }: LinkSubject): Promise<Tokened> {
  if (applicationId === null) throw new Error('A mail with a personal link must name its application.')
  return manager.findOneOrFail(Application, {
    select: { id: true, tokenEpoch: true, feedEpoch: true, confirmEpoch: true },
    where: { id: applicationId },
  })
}

/** The group that the personal page is to offer. */
async function groupOf(manager: EntityManager, { params }: LinkSubject): Promise<TokenedGroup | null> {
  const id: unknown = 'groupId' in params ? params.groupId : null
  return typeof id === 'string' ? manager.findOneBy(ApplicationGroup, { id }) : null
}
