import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

// Fans who apply, each on a connection that stays open, one after the other for as long as is asked. Speaks just enough HTTP to cost little,
// because it shares the machine with what it measures. Says in one line of JSON what came of it.
const { url, path, connections, milliseconds, name, questions } = JSON.parse(process.argv[2])
const { hostname, port, host } = new URL(url)
const started = performance.now()
const until = started + milliseconds
const latencies = []
const acknowledged = []
const refused = {}
let next = 0
let inTime = 0

function requestOf(number) {
  const body = JSON.stringify({
    name: `Sanne Vermeer ${number}`,
    email: `fan-${name}-${number}@rush.example`,
    answers: questions,
    consent: true,
    locale: number % 2 ? 'nl' : 'en',
    nonce: randomBytes(16).toString('hex'),
    source: { referrer: 'https://social.example/@duinlicht', source: 'mastodon', medium: 'social', campaign: 'comet' },
    device: `device-${name}-${number}`,
  })
  const lines = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `idempotency-key: ${name}-key-${number}`,
    `x-forwarded-for: 10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    'sec-fetch-site: same-origin',
    'accept: application/json',
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

/** One fan's connection; resolves when its last answer is read. */
function fan() {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.setNoDelay(true)
    let number = 0
    let since = 0
    let read = ''
    const send = () => {
      if (performance.now() >= until) return socket.end(resolve)
      number = next++
      since = performance.now()
      socket.write(requestOf(number))
    }
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server hung up.')))
    socket.on('data', (part) => {
      read += part
      const end = read.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/^content-length: (\d+)/im.exec(read.slice(0, end + 2))?.[1])
      if (read.length < end + 4 + length) return
      const now = performance.now()
      const status = read.slice(9, 12)
      if (status === '201') {
        acknowledged.push(number)
        latencies.push(now - since)
        if (now < until) inTime += 1
      } else refused[status] = (refused[status] ?? 0) + 1
      read = ''
      send()
    })
  })
}

await Promise.all(Array.from({ length: connections }, fan))
latencies.sort((one, other) => one - other)
const quantile = (part) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? 0
process.stdout.write(
  `${JSON.stringify({ perSecond: (inTime * 1000) / milliseconds, p50: quantile(0.5), p99: quantile(0.99), acknowledged, refused })}\n`,
)
