import { once } from 'node:events'
import { type AddressInfo, type Socket, createServer } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { migrate } from './migrate.js'

let close: () => void = () => undefined
afterEach(() => close())

/** The address of a server that does this with each connection. */
async function serverThat(acts: (socket: Socket) => void): Promise<{ url: string; port: number }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    acts(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  const { port } = server.address() as AddressInfo
  return { url: `postgres://app:secret@127.0.0.1:${port}/tweetup`, port }
}

describe('migrate()', () => {
  test('says which server took the connection and never answered', async () => {
    const { url, port } = await serverThat(() => undefined)
    await expect(migrate(url, 200)).rejects.toThrow(
      `The database did not answer on 127.0.0.1:${port} within 0.2 seconds: see that PostgreSQL runs there and that no firewall is in between, or correct DATABASE_URL.`,
    )
  })

  test('rejects when the connection is cut while it waits for its turn', async () => {
    // What a server says once it lets somebody in: authenticated, ready for a query. Then it hangs up on the first one.
    const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
    const { url } = await serverThat((socket) => {
      socket.once('data', () => {
        socket.write(welcome)
        socket.once('data', () => socket.destroy())
      })
    })
    await expect(migrate(url)).rejects.toThrow('Connection terminated unexpectedly')
  })
})
