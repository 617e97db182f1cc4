import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { envToCfg, envToSecrets, PDS, readEnv } from '@atproto/pds'
import { Database, PlcServer } from '@did-plc/server'
import type { PdsSettings, Renaming } from './pds.js'

/**
 * A personal data server and the directory of its DIDs as a process of its own: the packages that the network itself runs, changed in
 * nothing. Only the open Internet around them is: names that the server fetches from lead to ports of this machine.
 */
const { host, internet } = JSON.parse(process.argv[2] ?? '') as PdsSettings
const directory = mkdtempSync(join(tmpdir(), 'tweetup-pds-'))
// The test says that it is done by letting go of this process, and so does a test that was killed.
process.once('disconnect', () => {
  rmSync(directory, { recursive: true, force: true })
  process.exit()
})

const fetchAnything = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const { protocol, host: name, pathname, search } = new URL(input instanceof Request ? input.url : input)
  const port = internet[name]
  if (protocol !== 'https:' || port === undefined) return fetchAnything(input, init)
  const { method, headers, redirect, signal } = new Request(input, init)
  const forwarded = { ...Object.fromEntries(headers), 'x-forwarded-proto': 'https', 'x-forwarded-host': name }
  return fetchAnything(`http://127.0.0.1:${port}${pathname}${search}`, { method, headers: forwarded, redirect, signal })
}

const plc = await PlcServer.create({ db: Database.mock() }).start()

const environment = {
  ...readEnv(),
  hostname: host,
  port: 0,
  dataDirectory: directory,
  blobstoreDiskLocation: join(directory, 'blobs'),
  didPlcUrl: `http://127.0.0.1:${portOf(plc)}`,
  inviteRequired: false,
  jwtSecret: randomBytes(16).toString('hex'),
  dpopSecret: randomBytes(32).toString('hex'),
  adminPassword: randomBytes(16).toString('hex'),
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
}
const pds = await PDS.create(envToCfg(environment), envToSecrets(environment))
const server = await pds.start()

process.on('message', ({ did, handle }: Renaming) => {
  const { plcClient, plcRotationKey } = pds.ctx
  void plcClient.updateHandle(did, plcRotationKey, handle).then(() => process.send?.('renamed'))
})
process.send?.({ port: portOf(server), plcPort: portOf(plc) })

function portOf(listening: Server): number {
  const address = listening.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return address.port
}
