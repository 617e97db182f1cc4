import { type DynamicModule, Module } from '@nestjs/common'
import { TweetupConfig } from './config.js'

@Module({})
export class ConfigModule {
  static with(config: TweetupConfig): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: TweetupConfig, useValue: config }], exports: [TweetupConfig] }
  }
}
