import { type Event, publicRules, type Question } from '../events/index.js'

/** What the rules of a draw are made from. */
export interface DrawRules {
  readonly event: Event
  readonly organization: string
  readonly questions: readonly Question[]
  readonly trialBeacon: boolean
  readonly closesAt: Date
}

/**
 * The rules as they are published and sealed: a text whose SHA-256 goes into the manifest. It holds the wording that everybody could read
 * before applying, in both languages, and what the protocol adds in English.
 */
export function drawRulesText({ event, organization, questions, trialBeacon, closesAt }: DrawRules): string {
  const rules = publicRules(event, questions, trialBeacon)
  return [
    `Rules of the draw for ${oneLine(event.title)} by ${oneLine(organization)} (event ${event.id}).`,
    `Protocol: tweetup-draw/1.`,
    `Applications were taken from ${event.opensAt?.toISOString() ?? 'publication'} until ${closesAt.toISOString()}.`,
    'Every application whose address was confirmed in time, and which was neither withdrawn nor set aside, is in the list of entries. The time of an application gives no advantage.',
    'There is one draw. Nobody is added, removed or changed after the commitment; whoever leaves is a line in the public log, one of a group as soon as the group has seats.',
    '',
    'As everybody could read them:',
    ...rules.en.flatMap(({ sentences }) => sentences.map(oneLine)),
    '',
    'En in het Nederlands:',
    ...rules.nl.flatMap(({ sentences }) => sentences.map(oneLine)),
    '',
  ].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
