import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Linux counts the age of a process in hundredths of a second, whatever its kernel counts in. */
const ticksPerSecond = 100

/** When a process started, to about a second; undefined where the system does not tell. */
export function startOfProcess(pid: number): Date | undefined {
  try {
    const age = process.platform === 'linux' ? ageOnLinux(pid) : ageElsewhere(pid)
    return Number.isFinite(age) ? new Date(Date.now() - age * 1000) : undefined
  } catch {
    return undefined
  }
}

function ageOnLinux(pid: number): number {
  const [uptime] = readFileSync('/proc/uptime', 'utf8').split(' ')
  // The name of the program may hold spaces and brackets; what follows it starts with field 3, and the start is field 22.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
  return Number(uptime) - Number(fields?.[22 - 3]) / ticksPerSecond
}

/** From what `ps` says as [[days-]hours:]minutes:seconds. */
function ageElsewhere(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'etime=', '-p', String(pid)], { encoding: 'utf8' })
  const [, days = '0', hours = '0', minutes, seconds] = /^\s*(?:(?:(\d+)-)?(\d+):)?(\d+):(\d+)\s*$/.exec(stdout) ?? []
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
}
