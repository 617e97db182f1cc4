import { Injectable, type PipeTransform } from '@nestjs/common'
import { isUUID } from 'class-validator'
import { NotFound } from './errors.js'

/** For ids in paths: what is no UUID names nothing, so it is not found. `@Param('eventId', EntityId)` */
@Injectable()
export class EntityId implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !isUUID(value)) throw new NotFound()
    return value.toLowerCase()
  }
}
