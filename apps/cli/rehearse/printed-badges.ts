import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Attendee } from './act-day.js'
import { inParallel } from './in-parallel.js'
import type { Stage } from './stage.js'

const execute = promisify(execFile)

/** Downloads every badge and reads its QR code from the paper with programs that know nothing of Tweetup, where they are installed. */
export async function checkPrintedBadges(stage: Stage, attendees: readonly Attendee[]): Promise<string> {
  const readers = await haveReaders()
  const folder = await mkdtemp(join(tmpdir(), 'tweetup-badges-'))
  stage.bar.begin('Badges', attendees.length)
  try {
    await inParallel(attendees, 2, async ({ person, page }) => {
      const path = page.links.badgePdf
      if (path === null || page.badge === null) throw new Error(`${person.email} is coming and has no badge`)
      const { bytes } = await stage.api.expectOk('GET', new URL(path, stage.api.address).pathname, {})
      if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`the badge of ${person.email} is no PDF`)
      if (readers) await expectCode(join(folder, String(person.index)), bytes, page.badge.qr)
      stage.bar.advance()
    })
  } finally {
    stage.bar.end()
    await rm(folder, { recursive: true, force: true })
  }
  if (!readers) return `${attendees.length} PDFs; the codes were taken at the door. To read them from the paper too: apt-get install poppler-utils zbar-tools`
  return `${attendees.length} read by zbar`
}

async function expectCode(path: string, pdf: Buffer, code: string): Promise<void> {
  await writeFile(`${path}.pdf`, pdf)
  await execute('pdftoppm', ['-r', '200', '-png', `${path}.pdf`, path])
  const { stdout } = await execute('sh', ['-c', 'zbarimg --quiet --raw "$1"-*.png || true', 'sh', path])
  if (!stdout.split('\n').includes(code)) throw new Error(`a printed badge reads "${stdout.trim()}" and should read "${code}"`)
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
