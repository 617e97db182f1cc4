import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { ExportList } from './exports/export-list.js'
import { ExportRepository } from './exports/export.repository.js'
import { ExportedApplications } from './exports/exported-applications.js'
import { ExportsController } from './exports/exports.controller.js'
import { ForgetExports } from './exports/forget-exports.js'
import { RequestExport } from './exports/request-export.js'
import { WriteExport } from './exports/write-export.js'

/** What goes in and out as files: lists of applications, and applications from another form. */
@Module({
  imports: [EventsModule, ApplicationsModule],
  controllers: [ExportsController],
  providers: [ExportRepository, ExportedApplications, RequestExport, WriteExport, ForgetExports, ExportList],
})
export class IntegrationsModule {}
