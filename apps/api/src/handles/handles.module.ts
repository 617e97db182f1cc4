import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ApplicationsModule } from '../applications/index.js'
import { EventsModule } from '../events/index.js'
import { BlueskySignIn } from './bluesky/bluesky-sign-in.js'
import { BlueskyConnector } from './connectors/bluesky.connector.js'
import { FediverseConnector } from './connectors/fediverse.connector.js'
import { GitHubConnector } from './connectors/github.connector.js'
import { WebPageConnector } from './connectors/web-page.connector.js'
import { Connectors } from './connectors.js'
import { DropProof } from './drop-proof.js'
import { MastodonServers } from './fediverse/mastodon-servers.js'
import { HandleAttempts } from './handle-attempts.js'
import { HandleProof } from './handle-proof.entity.js'
import { HandleProofs } from './handle-proofs.js'
import { OwnHandleController } from './own-handle.controller.js'
import { ProofCode } from './proof-code.js'
import { ProofPagesController } from './proof-pages.controller.js'
import { ProveHandle } from './prove-handle.js'
import { ProvenHandlesController } from './proven-handles.controller.js'
import { Seal } from './seal.js'

/** Social accounts that are shown to be an applicant's: a step after the application, at the applicant's own server or in her own profile. */
@Module({
  imports: [TypeOrmModule.forFeature([HandleProof]), EventsModule, ApplicationsModule],
  controllers: [OwnHandleController, ProvenHandlesController, ProofPagesController],
  providers: [
    BlueskyConnector,
    BlueskySignIn,
    Connectors,
    DropProof,
    FediverseConnector,
    GitHubConnector,
    HandleAttempts,
    HandleProofs,
    MastodonServers,
    ProofCode,
    ProveHandle,
    Seal,
    WebPageConnector,
  ],
})
export class HandlesModule {}
