import { Global, Module } from '@nestjs/common'
import { TweetupConfig } from '../config/config.js'
import { FileDisk } from './file-disk.js'
import { FileStore } from './file-store.js'
import { PrivateFiles } from './private-files.js'
import { FilesController } from './files.controller.js'

@Global()
@Module({
  controllers: [FilesController],
  providers: [
    FileStore,
    PrivateFiles,
    { provide: FileDisk, inject: [TweetupConfig], useFactory: (config: TweetupConfig) => FileDisk.open(config) },
  ],
  exports: [FileStore, PrivateFiles, FileDisk],
})
export class FilesModule {}
