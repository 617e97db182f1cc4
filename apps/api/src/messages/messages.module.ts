import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Deliveries } from './deliveries.js'
import { Delivery } from './delivery.entity.js'
import { PersonalLinks } from './personal-links.js'
import { SendDelivery } from './send-delivery.js'
import { UnwantedMails } from './unwanted-mails.js'

@Module({
  imports: [TypeOrmModule.forFeature([Delivery])],
  providers: [Deliveries, PersonalLinks, SendDelivery, UnwantedMails],
  exports: [Deliveries, PersonalLinks, UnwantedMails],
})
export class MessagesModule {}
