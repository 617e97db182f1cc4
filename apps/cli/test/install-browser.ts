import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../../../test/support/browser.js'
import { inRoot } from '../root.js'
import { PlainError } from '../terminal/plain-error.js'
import { dim, say } from '../terminal/say.js'

/**
 * Makes sure that there is a Chromium or Chrome for the browser tests: finds one, or installs Debian's package as root,
 * or downloads playwright's.
 *
 * @throws PlainError with the line to type when none can be had
 */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROME_PATH)
    throw new PlainError(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist: correct it or leave it out.`)
  say('There is no Chromium or Chrome here: installing one for the browser tests …')
  const installed = installDebianPackage() ?? downloadFromPlaywright()
  if (installed) {
    say(dim(`Installed ${installed}`))
    return installed
  }
  throw new PlainError(`The browser tests need Chromium or Chrome and none could be installed: ${lineToType()}, then run "npm test" again.`)
}

function installDebianPackage(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const apt = (...options: string[]) =>
    spawnSync('apt-get', options, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update')
  // On Ubuntu "chromium-browser" is only a pointer to a snap, which does not run in a container.
  apt('install', '-y', '--no-install-recommends', 'chromium')
  return findBrowser()
}

function downloadFromPlaywright(): string | undefined {
  spawnSync(process.execPath, [inRoot('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  })
  return findBrowser()
}

function lineToType(): string {
  if (process.platform === 'darwin') return 'type "brew install --cask chromium"'
  if (existsSync('/usr/bin/apt-get')) return 'type "sudo apt-get install -y chromium"'
  return 'install the package "chromium" of your system'
}
