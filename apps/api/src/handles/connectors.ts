import { Injectable } from '@nestjs/common'
import type { Network } from '#policy'
import { BlueskyConnector } from './connectors/bluesky.connector.js'
import { FediverseConnector } from './connectors/fediverse.connector.js'
import { GitHubConnector } from './connectors/github.connector.js'
import { WebPageConnector } from './connectors/web-page.connector.js'
import type { HandleConnector } from './handle-connector.js'

/** All networks on which an account can be proven. Those whose profiles nobody sees without signing in are not here, because nothing could be checked there. */
@Injectable()
export class Connectors {
  readonly #all: ReadonlyMap<Network, HandleConnector>

  constructor(fediverse: FediverseConnector, bluesky: BlueskyConnector, web: WebPageConnector, github: GitHubConnector) {
    this.#all = new Map<Network, HandleConnector>([fediverse, bluesky, web, github].map((connector) => [connector.network, connector]))
  }

  of(network: Network): HandleConnector {
    const connector = this.#all.get(network)
    if (!connector) throw new Error(`There is no connector for ${network}.`)
    return connector
  }
}
