import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Event, Events } from '../events/index.js'
import { FileStore } from '../files/index.js'
import type { Organization } from '../organizations/index.js'

/** A host as printed papers show one. */
export interface PaperHost {
  readonly name: string
  readonly roleTitle: string
  readonly handle: string | null
  readonly photo: Uint8Array | null
}

/** What all printed papers of an event have in common. */
export interface Papers {
  readonly organization: string
  readonly logo: Uint8Array | null
  readonly accent: string
  readonly onAccent: string
  readonly hosts: readonly PaperHost[]
}

/** Gathers names, colours and pictures for printing. */
@Injectable()
export class EventPapers {
  constructor(
    private readonly events: Events,
    private readonly files: FileStore,
  ) {}

  async of(manager: EntityManager, event: Event): Promise<Papers> {
    const { name, logoFileId, accentTokens } = await this.events.organizationOf(manager, event)
    const hosts = await this.events.hostsOf(manager, event.id)
    return {
      organization: name,
      logo: await this.#picture(logoFileId, 'medium'),
      // Paper is light, whatever the screen is.
      accent: accentTokens.light.accent,
      onAccent: accentTokens.light.onAccent,
      hosts: await Promise.all(
        hosts.map(async ({ name, roleTitle, handle, photoFileId }) => ({
          name,
          roleTitle,
          handle,
          photo: await this.#picture(photoFileId, 'medium'),
        })),
      ),
    }
  }

  cover(event: Event): Promise<Uint8Array | null> {
    return this.#picture(event.coverFileId, 'large')
  }

  async #picture(fileId: Organization['logoFileId'], rendition: 'large' | 'medium'): Promise<Uint8Array | null> {
    return fileId === null ? null : ((await this.files.read(fileId, rendition))?.bytes ?? null)
  }
}
