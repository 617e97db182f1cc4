export {
  BearerToken,
  CurrentMember,
  CurrentUser,
  May,
  Member,
  type Membership,
  PersonalToken,
  type Principal,
  Public,
  SignedIn,
  TrialOnly,
} from './access.js'
export { AccessRegistry } from './access-registry.js'
export {
  BadRequest,
  Conflict,
  DomainError,
  type FieldError,
  Forbidden,
  Gone,
  Invalid,
  type MessageValues,
  NotFound,
  PreconditionFailed,
  PreconditionRequired,
  TooMany,
  Unauthenticated,
  Unavailable,
} from './errors.js'
export { Problem } from './problem.js'
export { type Locale, locales, localeOf } from './locale.js'
export { hasTranslation, translate } from './translate.js'
export { Idempotency } from './idempotency/idempotency.js'
export { TakesIdempotencyKey } from './idempotency/idempotency.interceptor.js'
export { CurrentRequestKey, type RequestKey, requestKeyOf } from './idempotency/request-key.js'
export { type DirectAnswer, DirectAnswers } from './direct-answers.js'
export type { MadeAnswer } from './kept/kept-answer.js'
export { KeptAnswers, type Make } from './kept/kept-answers.js'
export { dataKey, pageKey } from './kept/kept-key.js'
export { PublicData } from './kept/public-data.js'
export { networkKey, wideNetworkKey } from './network-key.js'
export { type KeyedLimit, type RateLimit, RateLimiter, type Verdict } from './rate-limiter.js'
export { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.js'
export { escapeHtml, escapeJson } from './pages/escape.js'
export type { AccentTokens, LocalizedPage, Page } from './pages/page.js'
export { PageRenderer } from './pages/page-renderer.js'
export { expectVersion, versionTag } from './version.js'
export { EntityId } from './entity-id.js'
