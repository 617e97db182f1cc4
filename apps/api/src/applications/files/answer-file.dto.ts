import { ApiProperty } from '@nestjs/swagger'
import { type FileKind, fileKinds } from '#forms'

export class AnswerFileDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'The answer to the question for a file.' }) id: string
  @ApiProperty({ type: String, enum: fileKinds }) kind: FileKind
  @ApiProperty({ type: 'integer', description: 'In bytes, as it is kept.' }) size: number
  @ApiProperty({ type: String, nullable: true, description: 'What it was called where it came from.' }) name: string | null
}

export class AnswerFileListDto {
  @ApiProperty({ type: AnswerFileDto, isArray: true }) items: readonly AnswerFileDto[]
}

export class AnswerUploadDto {
  @ApiProperty({ type: String, format: 'binary' }) file: string
}
