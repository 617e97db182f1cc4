import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { TweetupConfig } from '../config/config.js'
import { ConfigError } from '../config/config-error.js'
import { Clock, SystemClock } from './clock.js'
import { dataSourceOptions } from './data-source.js'
import { migrate } from './migrate.js'
import { Notifications } from './notifications.js'
import { requireSameSecretKey } from './same-secret-key.js'
import { Transactions } from './transactions.js'
import { TrialClock } from './trial-clock.js'

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [TweetupConfig],
      useFactory: async (config: TweetupConfig) => {
        if (config.databaseUrl === undefined)
          throw new ConfigError('There is no database: set DATABASE_URL, or start with `npm start`, which runs an embedded one.')
        await migrate(config.databaseUrl)
        await requireSameSecretKey(config, config.databaseUrl)
        return { ...dataSourceOptions(config.databaseUrl, config.databasePool), autoLoadEntities: true, retryAttempts: 0 }
      },
    }),
  ],
  providers: [
    Transactions,
    Notifications,
    { provide: TrialClock, inject: [DataSource], useFactory: (dataSource: DataSource) => new TrialClock(dataSource) },
    {
      provide: Clock,
      inject: [TweetupConfig, TrialClock],
      useFactory: (config: TweetupConfig, trial: TrialClock) => (config.trial ? trial : new SystemClock()),
    },
  ],
  exports: [Transactions, Notifications, Clock, TrialClock],
})
export class DatabaseModule {}
