import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../start/free-port.js'
import { type Holdings, runInterruptibly } from '../terminal/interruptible.js'
import { complain, say } from '../terminal/say.js'
import { build } from '../build/build.js'
import { playApplications } from './act-apply.js'
import { playAnswers, playLateWithdrawals } from './act-answer.js'
import { findAttendees, playTheDoor, playTheSurvey } from './act-day.js'
import { Api } from './api.js'
import { allInvitations, checkEverything } from './check-everything.js'
import { MailSink } from './mail-sink.js'
import { readOptions, type RehearsalOptions } from './options.js'
import { invitePeople } from './people.js'
import { ProgressBar } from './progress-bar.js'
import { printReport } from './report.js'
import { jumpTo, setTheStage, type Stage } from './stage.js'
import { TweetupProcess } from './tweetup-process.js'

/** `npm run rehearse -- --applicants 2000 --seats 100`: plays the whole life of an event through HTTP and mail, and checks it. */
export async function run(given: string[]): Promise<number> {
  const options = readOptions(given)
  return await runInterruptibly((holdings) => rehearse(options, holdings))
}

async function rehearse(options: RehearsalOptions, holdings: Holdings): Promise<number> {
  const began = performance.now()
  await build({ web: true })
  const folder = await holdings.hold(makeFolder, (made) => leave(made, options.keep))
  const sink = new MailSink()
  const smtpUrl = await holdings.hold(
    () => sink.start(),
    () => sink.stop(),
  )
  const address = `http://127.0.0.1:${await findFreePort()}`
  const tweetup = await holdings.hold(
    () => new TweetupProcess(address, join(folder, 'data'), smtpUrl),
    (started) => started.stop(),
  )
  const bar = new ProgressBar()
  bar.begin('Tweetup starts')
  await tweetup.ready()
  bar.end()
  try {
    return await play({ options, folder, sink, bar }, tweetup, began)
  } catch (error) {
    if (tweetup.output !== '' && !holdings.ending) complain(tweetup.output)
    throw error
  }
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tweetup-rehearsal-'))
  // Open to look into, so that PostgreSQL's own account keeps its data in here too and all of it goes at the end.
  chmodSync(folder, 0o755)
  return folder
}

async function leave(folder: string, keep: boolean): Promise<void> {
  if (keep) say(`The data is kept in ${join(folder, 'data')}`)
  else await rm(folder, { recursive: true, force: true })
}

async function play(props: Pick<Stage, 'options' | 'folder' | 'sink' | 'bar'>, tweetup: TweetupProcess, began: number): Promise<number> {
  const { options } = props
  const api = new Api(tweetup.address)
  const people = invitePeople(options.applicants, options.seed)
  const stage: Stage = {
    ...props,
    api,
    people,
    watch: { mostTaken: 0, looks: 0 },
    killAndRestart: () => tweetup.killAndRestart(),
    rush: options.rushSeconds === undefined ? undefined : { seconds: 0, kills: 0, unanswered: 0, putOff: 0, waits: [] },
    ...(await setTheStage(api, options)),
  }

  await jumpTo(stage, 'opening', 'Applications open')
  await playApplications(stage)
  await jumpTo(stage, 'close', 'Applications close, the list is sealed')
  await playLateWithdrawals(stage)
  await jumpTo(stage, 'beacon', 'The round comes out, everybody is ranked')
  await playAnswers(stage)
  const attendees = await findAttendees(stage)
  const invitations = await allInvitations(stage)
  await jumpTo(stage, 'day', 'The day')
  await playTheDoor(stage, attendees)
  await jumpTo(stage, 'dayAfter', 'The day after: thanks')
  await playTheSurvey(stage, attendees)
  const checks = await checkEverything(stage, attendees)
  printReport(stage, attendees, invitations, checks, (performance.now() - began) / 1000)
  if (!checks.ok && tweetup.output !== '') complain(tweetup.output)
  return checks.ok ? 0 : 1
}
