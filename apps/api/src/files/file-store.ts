import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../database/clock.js'
import { newId } from '../database/new-id.js'
import { FileDisk } from './file-disk.js'
import { type FileKind, type Rendition, renditions } from './file-kinds.js'
import { type Picture, preparePicture } from './picture.js'

export interface StoredFile {
  readonly id: string
  readonly organizationId: string
  readonly kind: FileKind
  /** Of the picture as it was uploaded, upright. */
  readonly width: number
  readonly height: number
}

export interface Upload {
  readonly organizationId: string
  readonly kind: FileKind
  /** From `prepare`, for the same kind. */
  readonly picture: Picture
}

export type FileUrls = Readonly<Record<Rendition, string>>

/** Where the renditions of a file are read; paths on this installation. */
export function fileUrls(id: string): FileUrls {
  return { large: `/files/${id}/large`, medium: `/files/${id}/medium`, small: `/files/${id}/small` }
}

const contentType = 'image/webp'

/** Keeps uploaded pictures. */
@Injectable()
export class FileStore {
  constructor(
    private readonly disk: FileDisk,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the sizes of its kind from a JPEG, PNG or WebP of at most 10 MB. Throws Invalid with the path `file` for anything else.
   * It takes seconds, so do it before the transaction: otherwise a few uploads would hold every connection there is.
   */
  prepare(bytes: Buffer, kind: FileKind): Promise<Picture> {
    return preparePicture(bytes, kind)
  }

  /** Keeps a prepared picture. The bytes lie on the disk before the row is committed: a row never names a file that is not there. */
  async put(manager: EntityManager, { organizationId, kind, picture }: Upload): Promise<StoredFile> {
    const { width, height, renditions: made } = picture
    const id = newId()
    for (const [rendition, content] of made) await this.disk.write(pathOf(id, rendition), content, contentType)
    await manager.query(
      'insert into files (id, organization_id, kind, content_type, width, height, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, organizationId, kind, contentType, width, height, await this.clock.now(manager)],
    )
    return { id, organizationId, kind, width, height }
  }

  /** A rendition's bytes, or undefined when there is no such file. */
  async read(id: string, rendition: Rendition): Promise<{ readonly bytes: Buffer; readonly contentType: string } | undefined> {
    const [row] = await this.dataSource.query<{ content_type: string }[]>('select content_type from files where id = $1', [id])
    if (!row) return undefined
    return { bytes: await this.disk.read(pathOf(id, rendition)), contentType: row.content_type }
  }

  /** Whether the organization has such a file of this kind; for a DTO that names one. */
  async exists(manager: EntityManager, organizationId: string, id: string, kind: FileKind): Promise<boolean> {
    const rows = await manager.query<object[]>('select from files where organization_id = $1 and id = $2 and kind = $3', [
      organizationId,
      id,
      kind,
    ])
    return rows.length > 0
  }

  /** Forgets a file and its bytes. */
  async remove(manager: EntityManager, organizationId: string, id: string): Promise<void> {
    await manager.query('delete from files where organization_id = $1 and id = $2', [organizationId, id])
    for (const rendition of renditions) await this.disk.remove(pathOf(id, rendition))
  }
}

function pathOf(id: string, rendition: Rendition): string {
  return `${id.slice(-2)}/${id}/${rendition}.webp`
}
