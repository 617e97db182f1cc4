import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Attendee } from './act-day.js'
import { inParallel } from './in-parallel.js'
import type { Stage } from './stage.js'

const execute = promisify(execFile)

/** Draws each PDF of the folder as pictures and reads the codes on them into a text of the same name, two at a time. */
const readAll = `find . -name '*.pdf' | xargs -P 2 -I {} sh -c 'pdftoppm -r 200 -gray "{}" "{}" && zbarimg --quiet --raw "{}"-*.pgm > "{}.txt" || true'`

/** Downloads every badge and reads its QR code from the paper with programs that know nothing of Tweetup, where they are installed. */
export async function checkPrintedBadges(stage: Stage, attendees: readonly Attendee[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tweetup-badges-'))
  stage.bar.begin('Badges', attendees.length)
  try {
    await inParallel(attendees, 2, async (attendee) => {
      await download(stage, attendee, folder)
      stage.bar.advance()
    })
    if (!(await haveReaders()))
      return `${attendees.length} PDFs; the codes were taken at the door. To read them from the paper too: apt-get install poppler-utils zbar-tools`
    await execute('sh', ['-c', readAll], { cwd: folder })
    for (const attendee of attendees) await expectCode(attendee, folder)
    return `${attendees.length} read by zbar`
  } finally {
    stage.bar.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function download(stage: Stage, { person, page }: Attendee, folder: string): Promise<void> {
  const path = page.links.badgePdf
  if (path === null || page.badge === null) throw new Error(`${person.email} is coming and has no badge`)
  const { bytes } = await stage.api.expectOk('GET', new URL(path, stage.api.address).pathname, {})
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`the badge of ${person.email} is no PDF`)
  await writeFile(join(folder, `${person.index}.pdf`), bytes)
}

async function expectCode({ person, page }: Attendee, folder: string): Promise<void> {
  const read = await readFile(join(folder, `${person.index}.pdf.txt`), 'utf8')
  if (page.badge === null || !read.split('\n').includes(page.badge.qr))
    throw new Error(`the printed badge of ${person.email} reads "${read.trim()}" and should read "${page.badge?.qr ?? ''}"`)
}

async function haveReaders(): Promise<boolean> {
  try {
    await execute('pdftoppm', ['-v'])
    await execute('zbarimg', ['--version'])
    return true
  } catch {
    return false
  }
}
