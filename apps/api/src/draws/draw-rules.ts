/** What the rules of a draw are made from. */
export interface DrawRules {
  readonly event: string
  readonly title: string
  readonly organization: string
  readonly seats: number
  readonly opensAt: Date | null
  readonly closesAt: Date
}

/**
 * The rules as they are published and sealed: English text whose SHA-256 goes into the manifest. Pages tell the same in the
 * reader's language; this is the wording that counts.
 */
export function drawRulesText({ event, title, organization, seats, opensAt, closesAt }: DrawRules): string {
  return [
    `Rules of the draw for ${oneLine(title)} by ${oneLine(organization)} (event ${event}).`,
    `Protocol: tweetup-draw/1.`,
    `Applications were taken from ${opensAt?.toISOString() ?? 'publication'} until ${closesAt.toISOString()}.`,
    `There ${seats === 1 ? 'is 1 seat' : `are ${seats} seats`} in one pool that is open to everybody.`,
    'Every application whose address was confirmed before the close, and which was neither withdrawn nor set aside, is one ticket of weight 1 for one seat.',
    'The time of an application gives no advantage.',
    'A seat that is declined, returned, withdrawn, revoked or not answered in time goes to the first waiting ticket of the same order.',
    'There is one draw. Nobody is added, removed or changed after the commitment; whoever leaves is a line in the public log.',
    '',
  ].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
