import { type DynamicModule, Module } from '@nestjs/common'
import { AuditModule } from './audit/audit.module.js'
import type { TweetupConfig } from './config/config.js'
import { ConfigModule } from './config/config.module.js'
import { DatabaseModule } from './database/database.module.js'
import { FetchModule } from './fetch/fetch.module.js'
import { FilesModule } from './files/files.module.js'
import { HttpModule } from './http/http.module.js'
import { JobsModule } from './jobs/jobs.module.js'
import { MailModule } from './mail/mail.module.js'

/** What no single feature owns, and every feature may use. */
@Module({})
export class InfrastructureModule {
  static with(config: TweetupConfig): DynamicModule {
    return {
      module: InfrastructureModule,
      imports: [ConfigModule.with(config), DatabaseModule, JobsModule, MailModule, FilesModule, AuditModule, FetchModule, HttpModule],
    }
  }
}
