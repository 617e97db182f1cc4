import { createServer } from 'node:http'

/** What a relay does with the honest answer to a request, which it can fetch. */
export type RelayBehaviour = (honest: () => Promise<string>, path: string) => Promise<string>

export const honestly: RelayBehaviour = (honest) => honest()

/** A relay between an installation and its trial beacon that behaves as the test says. */
export interface Relay {
  readonly url: string
  behaviour: RelayBehaviour
  /** Paths that were asked for since the last look. */
  readonly asked: string[]
  /** Where the honest answers are; set once the installation runs. */
  source: string
  close(): Promise<void>
}

export async function startRelay(): Promise<Relay> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const honest = async () => (await fetch(`${relay.source}${path}`)).text()
    relay.behaviour(honest, path).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The relay has no port.')
  const relay: Relay = {
    url: `http://127.0.0.1:${address.port}`,
    behaviour: honestly,
    asked,
    source: '',
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return relay
}
