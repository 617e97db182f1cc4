import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common'
import { ApiCookieAuth } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { type Role, rolesThatMay, type Verb } from '#permissions'

/** Somebody who is signed in. */
export interface Principal {
  readonly userId: string
  readonly sessionId: string
}

/** Somebody's place in the organization that the route names. */
export interface Membership {
  readonly userId: string
  readonly organizationId: string
  readonly organizationSlug: string
  readonly role: Role
}

/** Who may call a route. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'member'; readonly roles: readonly Role[] }
  | { readonly kind: 'personal-token' }

export const accessKey = 'tweetup:access'
export const trialOnlyKey = 'tweetup:trial-only'

/** Everybody. */
export const Public = () => SetMetadata(accessKey, { kind: 'public' } satisfies Access)

/** Whoever has a session. */
export const SignedIn = () => applyDecorators(SetMetadata(accessKey, { kind: 'signed-in' } satisfies Access), ApiCookieAuth())

/** Members of the organization whose slug is the route's `:organization`, in one of these roles; in any role when none is named. Others get 404. */
export const Member = (...roles: Role[]) =>
  applyDecorators(SetMetadata(accessKey, { kind: 'member', roles } satisfies Access), ApiCookieAuth())

/** Members whose role may do this, by the table of #permissions. */
export const May = (verb: Verb) => Member(...rolesThatMay(verb))

/** Whoever holds the secret in the path or the Authorization header: the use case finds out whose it is and answers 404 when it is nobody's. */
export const PersonalToken = () => SetMetadata(accessKey, { kind: 'personal-token' } satisfies Access)

/** Only on trial installations (404 elsewhere); stands beside one of the others. */
export const TrialOnly = () => SetMetadata(trialOnlyKey, true)

/** The signed-in person of a @SignedIn or @Member route. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>()
  if (!principal) throw new Error('@CurrentUser needs a route with @SignedIn or @Member.')
  return principal
})

/** The membership that lets the caller of a @Member route in. Its organizationId is the only one to use. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): Membership => {
  const { membership } = context.switchToHttp().getRequest<FastifyRequest>()
  if (!membership) throw new Error('@CurrentMember needs a route with @Member.')
  return membership
})

/** The personal token of the Authorization header of a @PersonalToken route; empty when there is none. */
export const BearerToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers.authorization ?? ''
  return /^Bearer ([\w.~+/-]{1,512}=*)$/i.exec(header)?.[1] ?? ''
})

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal
    membership?: Membership
  }
}
