import { createServer, type RequestListener, type Server } from 'node:http'
import { createGzip, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../config/index.js'
import { FetchFailed } from './fetch-failed.js'
import { type FetchOptions, GuardedFetch, type Resolve } from './guarded-fetch.js'
import { isPublicAddress } from './public-address.js'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const env = { DATA_DIR: mkdtempSync(join(tmpdir(), 'tweetup-fetch-')), SECRET_KEY: 'known to every test and to nothing else' }
const html: FetchOptions = { accept: ['text/html'] }
const page = { 'content-type': 'text/html; charset=utf-8' }

/** A fetch for which fan.example is a server of this test. */
async function fetching(listener: RequestListener, resolve?: Resolve) {
  const port = await serve(listener)
  const fetcher = new GuardedFetch(loadConfig({ ...env, PEERS: `fan.example=127.0.0.1:${port}` }), resolve)
  return {
    port,
    get: (path = '/', options: FetchOptions = html) => fetcher.fetch(new URL(path, 'https://fan.example').href, options),
    fetcher,
  }
}

const failure = (reason: string) => expect.objectContaining({ name: 'FetchFailed', reason })

describe('the guarded fetch', () => {
  it('brings a page and says who asks, without cookies', async () => {
    const heads: unknown[] = []
    const { get } = await fetching((request, response) => {
      heads.push(request.headers)
      response.writeHead(200, { ...page, 'set-cookie': 'a=b' }).end('<p>Hello')
    })
    expect((await get()).body.toString()).toBe('<p>Hello')
    await get()
    expect(heads[1]).toMatchObject({ 'user-agent': 'Tweetup (+http://localhost:3000)', host: 'fan.example' })
    expect(heads[1]).not.toHaveProperty('cookie')
  })

  it.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://0x7f.1',
    'http://2130706433',
    'http://0177.0.0.1',
    'http://0',
    'http://[::1]',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[64:ff9b::7f00:1]',
    'http://[2002:7f00:1::]',
    'http://[fe80::1]',
    'http://[fd00::1]',
    'http://10.1.2.3',
    'http://172.31.0.1',
    'http://192.168.1.1',
    'http://169.254.169.254',
    'http://100.64.0.1',
    'http://224.0.0.1',
    'http://255.255.255.255',
    'http://１２７.0.0.1',
    'http://127.0.0.1.',
  ])('does not go to %s, at whatever port', async (address) => {
    let asked = 0
    const { port, fetcher } = await fetching((_, response) => {
      asked++
      response.end()
    })
    await expect(fetcher.fetch(`${address}:${port}/`, html)).rejects.toEqual(failure('address'))
    expect(asked).toBe(0)
  })

  it.each([
    'ftp://fan.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'gopher://fan.example',
    'fan.example',
    '',
    'https://me:secret@fan.example/',
  ])('takes %j for no address', async (address) => {
    const { fetcher } = await fetching((_, response) => response.end())
    await expect(fetcher.fetch(address, html)).rejects.toEqual(failure('address'))
  })

  it('uses TLS and its port only where it is no trial', async () => {
    const fetcher = new GuardedFetch(loadConfig({ ...env, DATABASE_URL: 'postgres://localhost/x', SMTP_URL: 'smtp://localhost' }))
    await expect(fetcher.fetch('http://fan.example/', html)).rejects.toEqual(failure('address'))
    await expect(fetcher.fetch('https://fan.example:8443/', html)).rejects.toEqual(failure('address'))
  })

  it.each(['127.0.0.1', '::1', '10.0.0.1', '169.254.169.254', '::ffff:10.0.0.1'])('refuses a name that leads to %s', async (address) => {
    let asked = 0
    const { port, fetcher } = await fetching(
      (_, response) => {
        asked++
        response.end()
      },
      async () => [
        { address: '2606:4700::1', family: 6 },
        { address, family: address.includes(':') ? 6 : 4 },
      ],
    )
    await expect(fetcher.fetch(`http://rebinding.example:${port}/`, html)).rejects.toEqual(failure('address'))
    expect(asked).toBe(0)
  })

  it('connects to the address that it has checked, whatever the name says a moment later', async () => {
    const answers = ['2606:4700::1', '127.0.0.1']
    let [looked, asked] = [0, 0]
    const { port, fetcher } = await fetching(
      (_, response) => {
        asked++
        response.end()
      },
      async () => {
        const address = answers[Math.min(looked++, 1)] ?? ''
        return [{ address, family: address.includes(':') ? 6 : 4 }]
      },
    )
    await expect(fetcher.fetch(`http://rebinding.example:${port}/`, { ...html, milliseconds: 500 })).rejects.toBeInstanceOf(FetchFailed)
    expect([looked, asked]).toEqual([1, 0])
  })

  it.each(['http://127.0.0.1', 'http://0x7f.1', 'http://[::ffff:127.0.0.1]', '//localhost.example@127.1', 'file:///etc/passwd'])(
    'does not follow a redirect to %s',
    async (address) => {
      const { get, port } = await fetching((request, response) => {
        if (request.url === '/')
          response.writeHead(302, { location: address.startsWith('file') ? address : `${address}:${port}/inside` }).end()
        else response.writeHead(200, page).end('inside')
      })
      await expect(get()).rejects.toEqual(failure('address'))
    },
  )

  it('follows three redirects and no more, and none with something to post', async () => {
    const { get } = await fetching((request, response) => {
      const step = Number(request.url?.slice(1))
      if (step === 0) response.writeHead(200, page).end('there')
      else response.writeHead(302, { location: `/${step - 1}` }).end()
    })
    expect(await get('/3')).toMatchObject({ status: 200, url: 'https://fan.example/0' })
    await expect(get('/4')).rejects.toEqual(failure('redirects'))
    await expect(get('/1', { ...html, method: 'POST', body: 'code=secret' })).rejects.toEqual(failure('redirects'))
  })

  it('stops a page that never ends, a body that is too large and one that says so', async () => {
    const { get } = await fetching((request, response) => {
      response.writeHead(200, { ...page, ...(request.url === '/announced' ? { 'content-length': 50_000_000 } : {}) })
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
      }
      response.on('drain', write)
      write()
    })
    await expect(get('/endless')).rejects.toEqual(failure('too-large'))
    await expect(get('/announced')).rejects.toEqual(failure('too-large'))
  })

  it('stops a bomb long before it is unpacked', async () => {
    let sent = 0
    const { get } = await fetching((_, response) => {
      response.writeHead(200, { ...page, 'content-encoding': 'gzip' })
      const bomb = createGzip()
      bomb.on('data', (chunk: Buffer) => (sent += chunk.length)).pipe(response)
      let left = 3000
      const write = (): void => {
        while (left-- > 0 && bomb.write(Buffer.alloc(65_536)));
        if (left <= 0) bomb.end()
      }
      bomb.on('drain', write)
      response.on('close', () => bomb.destroy())
      write()
    })
    await expect(get()).rejects.toEqual(failure('too-large'))
    expect(sent).toBeLessThan(200_000)
  })

  it('reads what is packed, and refuses what only says so or is packed as nobody does', async () => {
    const { get } = await fetching((request, response) => {
      const encoding = request.url === '/odd' ? 'rot13' : 'gzip'
      response.writeHead(200, { ...page, 'content-encoding': encoding })
      response.end(request.url === '/packed' ? gzipSync('hello') : 'hello')
    })
    expect((await get('/packed')).body.toString()).toBe('hello')
    await expect(get('/plain')).rejects.toEqual(failure('unreachable'))
    await expect(get('/odd')).rejects.toEqual(failure('type'))
  })

  it('waits no longer than it was told, for the head and for the last byte', async () => {
    const { get } = await fetching((request, response) => {
      if (request.url === '/silent') return
      response.writeHead(200, page).write('a')
      const drip = setInterval(() => response.write('a'), 40)
      response.on('close', () => clearInterval(drip))
    })
    await expect(get('/silent', { ...html, milliseconds: 300 })).rejects.toEqual(failure('too-slow'))
    await expect(get('/dripping', { ...html, milliseconds: 300 })).rejects.toEqual(failure('too-slow'))
  })

  it('takes only the types it was asked for', async () => {
    const { get } = await fetching((request, response) => {
      response.writeHead(request.url === '/gone' ? 410 : 200, { 'content-type': 'application/octet-stream' }).end('MZ')
    })
    await expect(get()).rejects.toEqual(failure('type'))
    expect(await get('/gone')).toMatchObject({ status: 410, body: Buffer.alloc(0) })
  })

  it('says that nobody is there', async () => {
    const { fetcher } = await fetching(
      (_, response) => response.end(),
      async () => Promise.reject(new Error('ENOTFOUND')),
    )
    await expect(fetcher.fetch('https://nowhere.example/', html)).rejects.toEqual(failure('unreachable'))
  })

  it('knows the open Internet from everything else', () => {
    for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1', '2a00:1450::1']) expect(isPublicAddress(address)).toBe(true)
    for (const address of ['::', '64:ff9b::8.8.8.8', '2001::1', '2001:db8::1', 'ff02::1', '::8.8.8.8', '192.0.2.1'])
      expect(isPublicAddress(address)).toBe(false)
  })
})
