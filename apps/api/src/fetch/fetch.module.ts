import { Global, Module } from '@nestjs/common'
import { TweetupConfig } from '../config/index.js'
import { GuardedFetch } from './guarded-fetch.js'

@Global()
@Module({
  providers: [{ provide: GuardedFetch, useFactory: (config: TweetupConfig) => new GuardedFetch(config), inject: [TweetupConfig] }],
  exports: [GuardedFetch],
})
export class FetchModule {}
