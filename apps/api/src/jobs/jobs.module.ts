import { Global, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { TweetupConfig } from '../config/config.js'
import { JobQueue } from './job-queue.js'
import { JobRegistry } from './job-registry.js'
import { JobRunner } from './job-runner.js'
import { MomentRegistry, Moments } from './moments.js'
import { MomentRunner } from './moment-runner.js'

@Global()
@Module({
  providers: [
    {
      provide: JobQueue,
      inject: [TweetupConfig, DataSource],
      useFactory: (config: TweetupConfig, dataSource: DataSource) => new JobQueue(config, dataSource).open(),
    },
    JobRegistry,
    JobRunner,
    MomentRegistry,
    Moments,
    MomentRunner,
  ],
  exports: [JobQueue, JobRegistry, JobRunner, MomentRegistry, Moments, MomentRunner],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: TweetupConfig,
    private readonly jobs: JobRunner,
    private readonly moments: MomentRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runsJobs) return
    await this.jobs.start()
    await this.moments.start()
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.config.runsJobs) return
    await this.moments.stop()
    await this.jobs.stop()
  }
}
