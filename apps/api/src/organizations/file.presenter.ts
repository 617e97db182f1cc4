import { ApiProperty } from '@nestjs/swagger'
import { type FileKind, fileUrls, type StoredFile } from '../files/index.js'

export const fileKinds = ['cover', 'photo', 'logo'] as const satisfies readonly FileKind[]

export class FileUploadDto {
  @ApiProperty({ type: String, enum: fileKinds }) kind: FileKind
  @ApiProperty({ type: String, format: 'binary' }) file: string
}

export class FileUrlsView {
  @ApiProperty({ type: String }) large: string
  @ApiProperty({ type: String }) medium: string
  @ApiProperty({ type: String }) small: string
}

export class FileView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: Number }) width: number
  @ApiProperty({ type: Number }) height: number
  @ApiProperty({ type: FileUrlsView }) urls: FileUrlsView
}

export function presentFile({ id, width, height }: StoredFile): FileView {
  return { id, width, height, urls: fileUrls(id) }
}
