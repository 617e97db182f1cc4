import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What is asked for, again and again, over connections that stay open. */
export interface Load {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
  readonly connections: number
  readonly milliseconds: number
}

const endOfHead = Buffer.from('\r\n\r\n')

/**
 * Answers per second. A client of our own, because one that parses and times everything takes more of a small machine than the servers do: each connection sends the
 * same bytes when the answer before has come completely, and reads no more of it than its status and length.
 */
export async function answersPerSecond({ url, headers, status, connections, milliseconds }: Load): Promise<number> {
  const { hostname, port, pathname } = new URL(url)
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(hostname, Number(port))))
  const start = performance.now()
  let answers = 0
  let going = true
  const runs = sockets.map((socket) =>
    run(socket, request, status, () => {
      answers += 1
      return going
    }),
  )
  setTimeout(() => (going = false), milliseconds)
  await Promise.all(runs)
  const elapsed = performance.now() - start
  for (const socket of sockets) socket.destroy()
  return (answers * 1000) / elapsed
}

async function open(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true })
  await once(socket, 'connect')
  return socket
}

/** Sends again after each answer until `next` says that it is enough. */
function run(socket: Socket, request: Buffer, status: number, next: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let head: Buffer = Buffer.alloc(0)
    /** Bytes of the body that are still to come; undefined while its head is read. */
    let missing: number | undefined
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`${socket.remotePort} closed the connection.`)))
    socket.on('data', (chunk: Buffer) => {
      let rest = chunk
      if (missing === undefined) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
        const end = head.indexOf(endOfHead)
        if (end === -1) return
        missing = lengthOfBody(head.subarray(0, end).toString('latin1'), status)
        rest = head.subarray(end + endOfHead.length)
        head = Buffer.alloc(0)
      }
      missing -= rest.length
      if (missing > 0) return
      missing = undefined
      if (next()) socket.write(request)
      else resolve()
    })
    socket.write(request)
  })
}

function lengthOfBody(head: string, status: number): number {
  if (!head.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`The answer was not a ${status}: ${head.slice(0, 200)}`)
  return Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
}
