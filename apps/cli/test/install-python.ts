import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasPython, lineForPython } from '../../../test/support/python.js'
import { dim, say } from '../terminal/say.js'

/**
 * Finds a Python for the independent programs that check the draw, or installs Debian's package as root. Where neither can be done the
 * other tests still run, and those of the draw fail with the line to type.
 */
export function ensurePython(): void {
  if (hasPython()) return
  say('There is no Python 3.9 or later here: installing one for the tests of the draw …')
  installDebianPackage()
  say(
    hasPython()
      ? dim('Installed python3')
      : `It could not be installed, so these tests will fail: ${lineForPython()}, then run "npm test" again.`,
  )
}

function installDebianPackage(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const apt = (...options: string[]) =>
    spawnSync('apt-get', options, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'python3')
}
