import { Injectable, Module, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { loadConfig } from '../../apps/api/src/config/config.js'
import { InfrastructureModule } from '../../apps/api/src/infrastructure.module.js'
import { JobRegistry, MomentRegistry } from '../../apps/api/src/jobs/index.js'
import { run } from '../../apps/api/src/running.js'
import { noteJob } from './note-job.js'

/** Writes down what it begins. Told to hang, it never comes to an end, so that the test can kill it in the middle. */
@Injectable()
class NoteTaker implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly moments: MomentRegistry,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(noteJob, ({ word }) => this.note('job', word))
    this.moments.register({ name: 'note-due', run: () => this.due() })
  }

  async due(): Promise<number> {
    const [row] = await this.dataSource.query<{ word: string }[]>('select word from due where not done')
    if (!row) return 0
    await this.note('moment', row.word)
    await this.dataSource.query('update due set done = true where word = $1', [row.word])
    return 1
  }

  async note(kind: string, word: string): Promise<void> {
    await this.dataSource.query('insert into notes (kind, word, pid) values ($1, $2, $3)', [kind, word, process.pid])
    if (process.env.NOTE_HANGS) await new Promise(() => undefined)
  }
}

@Module({})
class NoteModule {}

const { DATABASE_URL: databaseUrl = '', ...env } = process.env
const config = loadConfig({ ...env, ROLE: 'worker' }).with({ databaseUrl })
const running = await run({ module: NoteModule, imports: [InfrastructureModule.with(config)], providers: [NoteTaker] }, config)
process.once('SIGTERM', () => void running.close())
process.stdout.write('working\n')
