import { Module } from '@nestjs/common'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { CheckRows } from './imports/check-rows.js'
import { ForgetImports } from './imports/forget-imports.js'
import { ImportList } from './imports/import-list.js'
import { ImportRepository } from './imports/import.repository.js'
import { ImportsController } from './imports/imports.controller.js'
import { PlanImport } from './imports/plan-import.js'
import { RowWork } from './imports/row-work.js'
import { RunRows } from './imports/run-rows.js'
import { StartImport } from './imports/start-import.js'
import { UploadImport } from './imports/upload-import.js'
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
  controllers: [ExportsController, ImportsController],
  providers: [
    ExportRepository,
    ExportedApplications,
    RequestExport,
    WriteExport,
    ForgetExports,
    ExportList,
    ImportRepository,
    ImportList,
    RowWork,
    UploadImport,
    PlanImport,
    CheckRows,
    StartImport,
    RunRows,
    ForgetImports,
  ],
})
export class IntegrationsModule {}
