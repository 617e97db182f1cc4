import type { Network } from '#policy'
import type { Application } from '../applications/index.js'

/** An account as its network writes it. */
export interface Account {
  readonly handle: string
  /** Equal for two spellings of one account. */
  readonly key: string
  /** What is open to everybody, for people to look at. */
  readonly profileUrl: string | null
}

/** What a network says of an account once it is proven; null where it does not say, or was not asked. */
export interface ProvenAccount extends Account {
  readonly createdAt: Date | null
  readonly followsBrand: boolean | null
  readonly followers: number | null
}

/** Whose account it should be, and what is to be read of it. */
export interface ProofSubject {
  readonly application: Pick<Application, 'id'>
  /** The brand's own account on this network. */
  readonly brand: string | null
  readonly wantsFollowers: boolean
  /** What she puts into her profile. */
  readonly code: string
  /** The address that her page links to. */
  readonly link: string
}

/** How a proof begins: she signs in at her own server, or puts something where only she can. */
export type Beginning =
  | {
      readonly kind: 'sign-in'
      readonly url: string
      /** Comes back with her; unguessable. */
      readonly state: string
      /** What is needed then, kept sealed. */
      readonly secret: unknown
    }
  | { readonly kind: 'place'; readonly what: 'code' | 'link'; readonly text: string; readonly account: Account }

/** What a server sends back with somebody who has signed in. */
export interface SignInAnswer {
  readonly state: string
  readonly code: string
  /** Which server says so (RFC 9207); null where it does not. */
  readonly issuer: string | null
  /** The last part of the address that she came back to. */
  readonly place: string
}

/** One network on which an account can be proven. It throws HandleProblem for whatever its server does. */
export interface HandleConnector {
  readonly network: Network
  /** The account that somebody means, or null when this is none of the network's. */
  read(typed: string): Account | null
  begin(account: Account, subject: ProofSubject): Promise<Beginning>
  /** After a sign-in. */
  finish?(answer: SignInAnswer, secret: unknown, subject: ProofSubject): Promise<ProvenAccount>
  /** After something was put into place. */
  check?(account: Account, subject: ProofSubject): Promise<ProvenAccount>
}
