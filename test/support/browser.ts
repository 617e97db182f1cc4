import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Where playwright keeps the browsers it downloads, by platform. */
const playwrightCaches = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache', 'ms-playwright'),
  join(homedir(), 'Library', 'Caches', 'ms-playwright'),
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/snap/bin/chromium',
]

/** The path of a Chromium or Chrome on this machine: the one that CHROME_PATH names, an installed one, or playwright's. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : undefined
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...names.map((name) => join('/usr/bin', name)), ...applications, ...downloadedBrowsers()].find((path) =>
    existsSync(path),
  )
}

/** Where the executable lies in what playwright downloads, on Linux and macOS. */
const executables = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium',
]

function downloadedBrowsers(): string[] {
  const caches = playwrightCaches.filter((cache): cache is string => cache !== undefined && existsSync(cache))
  const newestFirst = (cache: string) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium'))
      .sort()
      .reverse()
  return caches.flatMap((cache) => newestFirst(cache).flatMap((name) => executables.map((path) => join(cache, name, path))))
}

/**
 * A headless browser for tests, with further switches if wanted; root has to do without Chromium's sandbox. On Ctrl-C playwright closes
 * it and exits, unless whoever launched it has more than that to end.
 */
export async function launchBrowser(switches: readonly string[] = [], { exitsOnSignals = true } = {}): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium or Chrome was found: run "npm test", which installs one, or set CHROME_PATH.')
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    headless: true,
    handleSIGINT: exitsOnSignals,
    handleSIGTERM: exitsOnSignals,
    handleSIGHUP: exitsOnSignals,
    args: ['--disable-dev-shm-usage', ...(asRoot ? ['--no-sandbox'] : []), ...switches],
  })
}
