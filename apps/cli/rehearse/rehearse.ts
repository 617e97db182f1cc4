import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../start/free-port.js'
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
  const began = performance.now()
  await build({ web: true })
  const dataDir = await mkdtemp(join(tmpdir(), 'tweetup-rehearsal-'))
  // Open to look into, so that PostgreSQL's own account keeps its data in here too and all of it goes at the end.
  await chmod(dataDir, 0o755)
  const sink = new MailSink()
  const tweetup = new TweetupProcess(`http://127.0.0.1:${await findFreePort()}`, dataDir, await sink.start())
  try {
    return await play(options, tweetup, sink, began)
  } catch (error) {
    if (tweetup.output !== '') complain(tweetup.output)
    throw error
  } finally {
    await tweetup.stop()
    await sink.stop()
    if (options.keep) say(`The data is kept in ${dataDir}`)
    else await rm(dataDir, { recursive: true, force: true })
  }
}

async function play(options: RehearsalOptions, tweetup: TweetupProcess, sink: MailSink, began: number): Promise<number> {
  const bar = new ProgressBar()
  bar.begin('Tweetup starts')
  await tweetup.ready()
  bar.end()
  const api = new Api(tweetup.address)
  const people = invitePeople(options.applicants, options.seed)
  const stage: Stage = { options, api, sink, bar, people, watch: { mostTaken: 0, looks: 0 }, ...(await setTheStage(api, options)) }

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
