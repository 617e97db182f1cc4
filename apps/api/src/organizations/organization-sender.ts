import { TweetupConfig } from '../config/index.js'
import { fileUrls } from '../files/index.js'
import type { Sender } from '../messages/index.js'
import type { Host } from './host.entity.js'
import type { Organization } from './organization.entity.js'

/** Whose letter a mail of this organization is; signed by a host, if there is one. Pictures in mails need whole addresses. */
export function senderOf(config: TweetupConfig, organization: Organization, host: Host | null): Sender {
  const { name, address, logoFileId, accentTokens } = organization
  return {
    organization: {
      name,
      address: address === '' ? null : address,
      logoUrl: logoFileId === null ? null : config.url(fileUrls(logoFileId).medium),
      accents: accentTokens,
    },
    host: host && {
      name: host.name,
      roleTitle: host.roleTitle,
      replyTo: host.replyTo,
      photoUrl: host.photoFileId === null ? null : config.url(fileUrls(host.photoFileId).small),
    },
  }
}
