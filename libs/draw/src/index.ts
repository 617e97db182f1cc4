export { DrawFormError, DrawRuleError, type FieldProblem } from './errors.js'

export { fromHex, toHex } from './hash/hex.js'
export { type CanonicalValue, canonicalJson } from './canonical/canonical-json.js'
export { parseCanonicalJson } from './canonical/parse-canonical-json.js'

export { holderOfEmail } from './tickets/holder-of-email.js'
export { ticketId } from './tickets/ticket-id.js'
export { ticketNumber } from './tickets/ticket-number.js'
export { type Receipt, receiptPayload } from './tickets/receipt.js'
export { receiptPublicKey, signReceipt } from './tickets/sign-receipt.js'
export { verifyReceipt } from './tickets/verify-receipt.js'

export type { EntryLimits, EntryList, EntryUnit, ExcludedList, ExcludedTicket, ListedUnit } from './entries/entry-list.js'
export { entryLine } from './entries/entry-line.js'
export { buildEntries } from './entries/build-entries.js'
export { EntriesWriter } from './entries/entries-writer.js'
export { parseEntries } from './entries/parse-entries.js'
export { listUnits, unitAt } from './entries/unit-at.js'
export { findUnit } from './entries/find-unit.js'
export { findTicket } from './entries/find-ticket.js'
export { type Allocate, entryColumns, entryListOf, type Expected } from './entries/entry-columns.js'
export { type EntryColumns, type LinesRead, readLines } from './entries/read-lines.js'
export { buildExcluded } from './entries/build-excluded.js'
export { parseExcluded } from './entries/parse-excluded.js'

export { merkleRoot } from './merkle/merkle-root.js'
export { leafHash } from './merkle/tree-hash.js'
export { inclusionPath } from './merkle/inclusion-path.js'
export { verifyInclusion } from './merkle/verify-inclusion.js'

export type { Beacon, BeaconScheme, Contributor, FillRule, Manifest, Pool, SeedMode, SeedPlan } from './manifest/manifest.js'
export { checkManifest } from './manifest/check-manifest.js'
export { asManifest, parseManifest } from './manifest/parse-manifest.js'
export { commitmentOf } from './manifest/commitment-of.js'
export { firstRoundAfterClose, firstRoundNotBefore, roundTime } from './manifest/rounds.js'

export { secretCommitment } from './seed/secret-commitment.js'
export { deriveSeed } from './seed/derive-seed.js'
export { type DrawnNumber, seedOfDraw } from './seed/seed-of-draw.js'
export { randomnessOf } from './seed/randomness-of.js'
export { unitKey } from './order/unit-key.js'
export { orderOfKeys, rankUnits, type RankedColumns } from './order/rank-units.js'
export { type KeyColumns, writeKeys } from './order/write-keys.js'
export { chunksOf, type Progress } from './in-chunks.js'
export { groupWeight, lossWeight } from './order/loss-weight.js'
export { type FillContext, fillSeats } from './fill/fill-seats.js'
export { emptySeating } from './fill/seating.js'

export type {
  CapacityFields,
  DrawFields,
  DrawRequest,
  FinalFields,
  LogEvent,
  LogEventFields,
  LogEventType,
  LogFrame,
  LogRequest,
  Promotion,
  ReduceFields,
  ReinstateFields,
  RemovalFields,
  SeatChangeFields,
  SeatChangeRequest,
} from './log/log-event.js'
export { type Leavers, type Leaving, linesOfClosingSeat, linesOfEmptySeats, linesOfLeaving, peopleOf } from './leaving/lines-of-leaving.js'
export type { AppendedEvent, DrawOrder, DrawState, Placement, RankedUnit, SeatCounts, Seating, UnitStatus } from './log/draw-state.js'
export { openDraw } from './log/open-draw.js'
export { appendEvent } from './log/append-event.js'
export { replayLog } from './log/replay-log.js'
export { parseLog } from './log/parse-log.js'
export { eventHash } from './log/event-hash.js'
export { freeSeats, placements, seatCounts, unitStatus, unitStatusAt, waitlist } from './log/read-seating.js'
export { rankedUnits } from './log/ranked-units.js'

export type { DrandChainInfo, DrandRound } from './beacon/drand.js'
export { type KnownChain, KNOWN_CHAINS, knownChain } from './beacon/known-chains.js'
export { beaconFromInfo } from './beacon/beacon-from-info.js'
export { chainHash } from './beacon/chain-hash.js'
export { type RoundSignature, verifyRound } from './beacon/verify-round.js'
export { createTrialChain, type TrialChain, type TrialChainSettings } from './beacon/create-trial-chain.js'

export type {
  BundleFiles,
  Guarantee,
  VerifyOptions,
  VerifyResult,
  VerifyStep,
  VerifyStepId,
  VerifyStepStatus,
} from './verify/verify-step.js'
export { bundleFromJson } from './verify/bundle-from-json.js'
export { verifyBundle } from './verify/verify-bundle.js'
export {
  asInclusionProof,
  checkInclusion,
  type InclusionProof,
  type InclusionStep,
  type InclusionStepId,
} from './verify/check-inclusion.js'
