import { ApiProperty } from '@nestjs/swagger'
import { fileUrls } from '../files/index.js'
import type { Host } from './host.entity.js'

export class PhotoView {
  @ApiProperty({ type: String }) small: string
  @ApiProperty({ type: String }) medium: string
}

/** What everybody may know of a host. */
export class PublicHostView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String }) roleTitle: string
  @ApiProperty({ type: String, nullable: true }) handle: string | null
  @ApiProperty({ type: PhotoView, nullable: true }) photo: PhotoView | null
}

/** What members know of a host. */
export class HostView extends PublicHostView {
  @ApiProperty({ type: String, format: 'email' }) replyTo: string
}

export class HostList {
  @ApiProperty({ type: HostView, isArray: true }) items: HostView[]
}

export function presentPublicHost({ id, name, roleTitle, handle, photoFileId }: Host): PublicHostView {
  return { id, name, roleTitle, handle, photo: photoFileId === null ? null : photoOf(photoFileId) }
}

export function presentHost(host: Host): HostView {
  return { ...presentPublicHost(host), replyTo: host.replyTo }
}

function photoOf(fileId: string): PhotoView {
  const { small, medium } = fileUrls(fileId)
  return { small, medium }
}
