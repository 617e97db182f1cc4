/** Whole sentences of the public rules. `{{value}}` is filled in, `_one` and `_other` are chosen by `count`. */
export const en = {
  quote: '“{{text}}”',
  'group.early': 'everybody who applies early',
  'group.answer': 'people who answered {{options}} to {{question}}',
  'group.answerOnly': 'people who answered {{options}}',
  'group.tag': 'people to whom the team has given the tag {{tag}}',

  'seats.total.all_one': 'the one seat',
  'seats.total.all_other': 'the {{count}} seats',
  'seats.total.drawn_one': 'the one seat in the draw',
  'seats.total.drawn_other': 'the {{count}} seats in the draw',
  'seats.only.open_one': 'The one seat is drawn among everybody who applies.',
  'seats.only.open_other': 'All {{count}} seats are drawn among everybody who applies.',
  'seats.only.some_one': 'The one seat is drawn among {{group}}.',
  'seats.only.some_other': 'All {{count}} seats are drawn among {{group}}.',
  'seats.part.open_one': 'Of the {{capacity}} seats, one is drawn among everybody who applies.',
  'seats.part.open_other': 'Of the {{capacity}} seats, {{count}} are drawn among everybody who applies.',
  'seats.part.some_one': 'Of the {{capacity}} seats, one is drawn among {{group}}.',
  'seats.part.some_other': 'Of the {{capacity}} seats, {{count}} are drawn among {{group}}.',
  'seats.open.first_one': 'Of {{total}}, one is drawn first among everybody who applies.',
  'seats.open.first_other': 'Of {{total}}, {{count}} are drawn first among everybody who applies.',
  'seats.open.then_one': 'Then one is drawn among everybody, also those who just missed out.',
  'seats.open.then_other': 'Then {{count}} are drawn among everybody, also those who just missed out.',
  'seats.open.last_one': 'The other one is drawn among everybody, also those who just missed out.',
  'seats.open.last_other': 'The other {{count}} are drawn among everybody, also those who just missed out.',
  'seats.some.first_one': 'Of {{total}}, one is drawn first among {{group}}.',
  'seats.some.first_other': 'Of {{total}}, {{count}} are drawn first among {{group}}.',
  'seats.some.then_one': 'Then one is drawn among {{group}}.',
  'seats.some.then_other': 'Then {{count}} are drawn among {{group}}.',
  'seats.some.last_one': 'The other one is drawn among {{group}}.',
  'seats.some.last_other': 'The other {{count}} are drawn among {{group}}.',
  'seats.extra_one': 'After that, one extra seat is drawn among {{group}}, for somebody who has none yet.',
  'seats.extra_other': 'After that, {{count}} extra seats are drawn among {{group}}, for those who have none yet.',
  'seats.extraMeans': 'Extra means: on top of the seats that they win in the draw among everybody.',
  'seats.closes_one': 'This seat closes early: apply and confirm before {{time}} to have a chance of it.',
  'seats.closes_other': 'These {{count}} seats close early: apply and confirm before {{time}} to have a chance of them.',
  'seats.least_one': 'So at least one seat goes to {{group}}, if any of them apply.',
  'seats.least_other': 'So at least {{count}} seats go to {{group}}, if enough of them apply.',
  'seats.leastEach':
    'The seats that are drawn first are a minimum: each of these groups gets at least so many, if enough of its people apply.',
  'seats.order': 'There is one draw and one order. Each part of the seats goes to whoever stands first in that order and may have them.',
  'seats.spill': 'Seats for which a group has too few people go to the draw among everybody.',
  'seats.empty': 'Seats for which a group has too few people stay empty.',
  'seats.others': 'Nobody else can get a seat in this draw.',
  'seats.freed': 'A seat that is given back goes to the next person on the same list who may have it. Nothing is drawn again.',

  'network.fediverse': 'Mastodon and the rest of the fediverse',
  'network.bluesky': 'Bluesky',
  'network.web': 'a web page of your own',
  'network.github': 'GitHub',
  'chance.proof':
    'Only applications that show before the close that an account is theirs take part: on {{networks}}. An account counts for one application.',

  'chance.one': 'Every application is one lot.',
  'chance.base': 'Every application starts with one lot. More lots are a better chance, not a certainty: the best of your lots counts.',
  'chance.firstTimers_one': 'Whoever has never had a seat at one of our events gets one extra lot.',
  'chance.firstTimers_other': 'Whoever has never had a seat at one of our events gets {{count}} extra lots.',
  'chance.oneLoss': 'Whoever has applied with us before without luck gets one extra lot.',
  'chance.linear': 'Each earlier application with us without luck adds one lot, up to {{cap}}.',
  'chance.squared': 'Earlier applications with us without luck add lots: {{steps}}.',
  'chance.step': '{{lots}} for {{losses}}',
  'chance.lastStep': '{{lots}} for {{losses}} or more',
  'chance.reset': 'That count starts again when you take a seat or let an invitation lapse. It stays when you decline in time.',
  'chance.answer_one': 'The answer {{options}} to {{question}} adds one lot.',
  'chance.answer_other': 'The answer {{options}} to {{question}} adds {{count}} lots.',
  'chance.answers_one': 'The answers {{options}} to {{question}} add one lot each.',
  'chance.answers_other': 'The answers {{options}} to {{question}} add {{count}} lots each.',
  'chance.most': 'No application has more than {{most}} lots.',
  'chance.public': 'How many lots each ticket has is in the public list.',

  'together.alone': 'Everybody applies alone, for one seat.',
  'together.upTo': 'You can apply together, in a group of up to {{largest}}. Everybody in it applies and confirms.',
  'together.upToBefore': 'You can apply together, in a group of up to {{largest}}. Everybody in it applies and confirms before {{time}}.',
  'together.allOrNone': 'A group gets all of its seats or none.',
  'together.oneLot': 'A group has one lot, like somebody who applies alone.',
  'together.meanLots': 'A group has as many lots as its members have on average, rounded down. Joining up never adds any.',
  'together.allMeet': 'Where seats are drawn among some people only, a group takes part if all of its members are among them.',
  'together.firstFit':
    'If a group does not fit into the seats that are left, they go to the next on the list who fits. The last seats therefore go to people on their own more often.',
  'together.hold': 'If the next group does not fit into the seats that are left, they are kept for it until enough others come free.',
  'together.holdUntil':
    'If the next group does not fit into the seats that are left, they are kept for it until enough others come free, or until {{time}}. From then on they go to the next on the list who fits.',

  'beside.picked_one': 'One of the {{capacity}} seats is outside the draw: the team names who gets it, before the list is sealed.',
  'beside.picked_other':
    '{{count}} of the {{capacity}} seats are outside the draw: the team names who gets them, before the list is sealed.',
  'beside.pickedWhy': 'Each has a reason from a fixed list. We publish how many there are for each reason, and no names.',
  'beside.pickedReasons': 'Each has one of these reasons: {{reasons}}. We publish how many there are for each, and no names.',
  'beside.top_one':
    'One of the {{capacity}} seats is outside the draw: it goes to the application with the highest score. All others are in the draw.',
  'beside.top_other':
    '{{count}} of the {{capacity}} seats are outside the draw: they go to the applications with the highest scores. All others are in the draw.',
  'beside.threshold':
    'Only applications that reach {{percent}} % of the highest possible score enter the draw. In the draw itself the score no longer counts.',
  'beside.reviewers_one': 'One reviewer scores each application on {{criteria}}.',
  'beside.reviewers_other': '{{count}} reviewers score each application on {{criteria}}.',
  'beside.criterion': '{{label}} (counts {{weight}} times)',
  'beside.blind': 'Answers are shown, and no names, handles or pictures.',
  'beside.seeing': 'Name, handle and picture are shown as well.',
  'beside.until': 'The scores are final on {{time}}. Only then is the list for the draw sealed.',

  'randomness.beacon':
    'The order comes from a number that does not exist yet when the list is sealed: a round of the public beacon drand, at least ten minutes later. Nobody can know it before, choose it or hold it back, not even we, and afterwards anyone can run the draw again.',
  'randomness.trialBeacon':
    'The order comes from a number that does not exist yet when the list is sealed: a round of this installation’s own trial beacon, at least ten minutes later. That beacon is not public, so nobody outside vouches for it. Afterwards anyone can run the draw again.',
  'randomness.both':
    'The order comes from two things together: a round of the public beacon drand, at least ten minutes after the list is sealed, and secrets from {{names}}, committed to before applications opened.',
  'randomness.trialBoth':
    'The order comes from two things together: a round of this installation’s own trial beacon, which is not public, at least ten minutes after the list is sealed, and secrets from {{names}}, committed to before applications opened.',
  'randomness.secrets':
    'The order comes from secrets of {{names}}. They committed to them before applications opened, and reveal them when the list has been sealed. Afterwards anyone can run the draw again.',
  'randomness.weakOne':
    'This is weaker than a public beacon. Whoever knows the one secret can work out the result before the list is sealed, and change the list until it suits.',
  'randomness.weakMany':
    'This is weaker than a public beacon. It is fair only if at least one of them is honest and tells nobody the secret before the list is sealed.',
  'randomness.noClock':
    'Nor is there independent proof that the list was sealed first; only those who were sent its seal by then can say so.',
  'randomness.canStop_one': 'One guarantee is weaker: whoever gave the secret can stop an unwanted draw by not revealing it.',
  'randomness.canStop_other':
    'One guarantee is weaker: each of the {{count}} who gave a secret can stop an unwanted draw by not revealing it after seeing the others.',
  'randomness.alsoStop_one': 'And whoever gave the secret can stop an unwanted draw by not revealing it.',
  'randomness.alsoStop_other': 'And each of the {{count}} can stop an unwanted draw by not revealing a secret after seeing the others.',
  'randomness.fallback_one':
    'Should the beacon end for good, secrets of {{names}} may take its place, one day after the round was due at the earliest.',
  'randomness.fallback_other':
    'Should the beacon end for good, secrets of {{names}} may take its place, {{count}} days after the round was due at the earliest.',
  'randomness.fallbackWeaker':
    'That would be weaker: those who gave the secrets together know beforehand what would come out, and each can stop the draw. It does not count if anybody shows the beacon’s number after all.',
} as const

export type Catalogue = { readonly [Key in keyof typeof en]: string }
