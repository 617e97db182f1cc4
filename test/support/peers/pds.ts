import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type Answer, HttpClient, textAt } from '../http-client.js'

export interface PdsAccount {
  readonly did: string
  readonly handle: string
  readonly password: string
}

/**
 * A real personal data server of the AT Protocol (@atproto/pds) with its authorization server, and the real directory in which it enters
 * its accounts (@did-plc/server, in memory), in a process of their own.
 */
export interface Pds {
  readonly host: string
  readonly port: number
  /** Where the directory answers, which stands for plc.directory. */
  readonly plcPort: number
  /** Somebody joins, under a name of the server's. */
  newAccount(name: string): Promise<PdsAccount>
  /** Gives an account another handle; the server looks for itself whether that leads to the account. */
  rename(account: PdsAccount, handle: string): Promise<Answer>
  /** Lets the directory call an account whatever its holder likes, which whoever has the rotation key can. */
  claim(account: PdsAccount, handle: string): Promise<void>
  close(): Promise<void>
}

/** What the process is told at its start. */
export interface PdsSettings {
  readonly host: string
  /** The ports that stand for names of the Internet. */
  readonly internet: Readonly<Record<string, number>>
}

/** What it is told later. */
export interface Renaming {
  readonly did: string
  readonly handle: string
}

const password = 'eleven telescopes'

export async function startPds(host: string, internet: PdsSettings['internet']): Promise<Pds> {
  const settings: PdsSettings = { host, internet }
  const child = fork('test/support/peers/pds-child.ts', [JSON.stringify(settings)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', './apps/cli/typescript.mjs'],
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  // Read, but not shown: on a busy machine the server warns that passwords take longer to check than it allows for.
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const exited = once(child, 'exit')
  const gone = exited.then(() => {
    throw new Error(`The personal data server ended: ${complaints.join('')}`)
  })
  gone.catch(() => undefined)
  const told = async () => (await Promise.race([once(child, 'message'), gone]))[0]
  const { port, plcPort } = (await told()) as Pick<Pds, 'port' | 'plcPort'>
  const client = new HttpClient(`http://127.0.0.1:${port}`)

  return {
    host,
    port,
    plcPort,
    async newAccount(name) {
      const handle = `${name}.${host}`
      const { body } = await client.post('/xrpc/com.atproto.server.createAccount', { handle, email: `${name}@example.org`, password })
      return { did: textAt(body, 'did'), handle, password }
    },
    async rename({ did, password: secret }, handle) {
      const session = await client.post('/xrpc/com.atproto.server.createSession', { identifier: did, password: secret })
      const headers = { authorization: `Bearer ${textAt(session.body, 'accessJwt')}` }
      return client.post('/xrpc/com.atproto.identity.updateHandle', { handle }, { headers })
    },
    async claim({ did }, handle) {
      child.send({ did, handle } satisfies Renaming)
      await told()
    },
    async close() {
      child.disconnect()
      await exited
    },
  }
}
