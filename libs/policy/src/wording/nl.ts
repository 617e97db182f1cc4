import type { Catalogue } from './en.js'

export const nl: Catalogue = {
  quote: '‘{{text}}’',
  'group.early': 'iedereen die zich vroeg aanmeldt',
  'group.answer': 'mensen die {{options}} antwoordden op {{question}}',
  'group.answerOnly': 'mensen die {{options}} antwoordden',
  'group.tag': 'mensen aan wie het team het label {{tag}} heeft gegeven',

  'seats.total.all_one': 'de ene plek',
  'seats.total.all_other': 'de {{count}} plekken',
  'seats.total.drawn_one': 'de ene plek in de trekking',
  'seats.total.drawn_other': 'de {{count}} plekken in de trekking',
  'seats.only.open_one': 'De ene plek wordt verloot onder iedereen die zich aanmeldt.',
  'seats.only.open_other': 'Alle {{count}} plekken worden verloot onder iedereen die zich aanmeldt.',
  'seats.only.some_one': 'De ene plek wordt verloot onder {{group}}.',
  'seats.only.some_other': 'Alle {{count}} plekken worden verloot onder {{group}}.',
  'seats.part.open_one': 'Van de {{capacity}} plekken wordt er één verloot onder iedereen die zich aanmeldt.',
  'seats.part.open_other': 'Van de {{capacity}} plekken worden er {{count}} verloot onder iedereen die zich aanmeldt.',
  'seats.part.some_one': 'Van de {{capacity}} plekken wordt er één verloot onder {{group}}.',
  'seats.part.some_other': 'Van de {{capacity}} plekken worden er {{count}} verloot onder {{group}}.',
  'seats.open.first_one': 'Van {{total}} wordt er eerst één verloot onder iedereen die zich aanmeldt.',
  'seats.open.first_other': 'Van {{total}} worden er eerst {{count}} verloot onder iedereen die zich aanmeldt.',
  'seats.open.then_one': 'Daarna wordt er één verloot onder iedereen, ook onder wie net naast een plek greep.',
  'seats.open.then_other': 'Daarna worden er {{count}} verloot onder iedereen, ook onder wie net naast een plek greep.',
  'seats.open.last_one': 'De andere wordt verloot onder iedereen, ook onder wie net naast een plek greep.',
  'seats.open.last_other': 'De andere {{count}} worden verloot onder iedereen, ook onder wie net naast een plek greep.',
  'seats.some.first_one': 'Van {{total}} wordt er eerst één verloot onder {{group}}.',
  'seats.some.first_other': 'Van {{total}} worden er eerst {{count}} verloot onder {{group}}.',
  'seats.some.then_one': 'Daarna wordt er één verloot onder {{group}}.',
  'seats.some.then_other': 'Daarna worden er {{count}} verloot onder {{group}}.',
  'seats.some.last_one': 'De andere wordt verloot onder {{group}}.',
  'seats.some.last_other': 'De andere {{count}} worden verloot onder {{group}}.',
  'seats.extra_one': 'Daarna wordt er één extra plek verloot onder {{group}}, voor wie er nog geen heeft.',
  'seats.extra_other': 'Daarna worden er {{count}} extra plekken verloot onder {{group}}, voor wie er nog geen heeft.',
  'seats.extraMeans': 'Extra betekent: boven op de plekken die zij in de trekking onder iedereen winnen.',
  'seats.closes_one': 'Deze plek sluit eerder: meld je aan en bevestig voor {{time}} om er kans op te maken.',
  'seats.closes_other': 'Deze {{count}} plekken sluiten eerder: meld je aan en bevestig voor {{time}} om er kans op te maken.',
  'seats.least_one': 'Zo gaat minstens één plek naar {{group}}, als iemand van hen zich aanmeldt.',
  'seats.least_other': 'Zo gaan minstens {{count}} plekken naar {{group}}, als genoeg van hen zich aanmelden.',
  'seats.leastEach':
    'De plekken die eerst worden verloot zijn een minimum: elk van deze groepen krijgt er minstens zoveel, als genoeg van hen zich aanmelden.',
  'seats.order': 'Er is één trekking en één volgorde. Elk deel van de plekken gaat naar wie daarin vooraan staat en ze mag hebben.',
  'seats.spill': 'Plekken waarvoor een groep te weinig mensen heeft, gaan naar de trekking onder iedereen.',
  'seats.empty': 'Plekken waarvoor een groep te weinig mensen heeft, blijven leeg.',
  'seats.others': 'Anderen kunnen in deze trekking geen plek krijgen.',
  'seats.freed':
    'Een plek die wordt teruggegeven gaat naar de volgende op dezelfde lijst die hem mag hebben. Er wordt niet opnieuw getrokken.',

  'network.fediverse': 'Mastodon en de rest van de fediverse',
  'network.bluesky': 'Bluesky',
  'network.web': 'een eigen webpagina',
  'network.github': 'GitHub',
  'chance.proof':
    'Alleen wie voor de sluiting laat zien dat een account van haar of hem is, doet mee: op {{networks}}. Een account telt voor één aanmelding.',

  'chance.one': 'Elke aanmelding is één lot.',
  'chance.base': 'Elke aanmelding begint met één lot. Meer loten geven meer kans, geen zekerheid: het beste van je loten telt.',
  'chance.firstTimers_one': 'Wie nog nooit een plek had bij een evenement van ons, krijgt één extra lot.',
  'chance.firstTimers_other': 'Wie nog nooit een plek had bij een evenement van ons, krijgt {{count}} extra loten.',
  'chance.oneLoss': 'Wie zich al eens zonder geluk bij ons aanmeldde, krijgt één extra lot.',
  'chance.linear': 'Elke eerdere aanmelding bij ons zonder geluk levert één extra lot op, tot hooguit {{cap}}.',
  'chance.squared': 'Eerdere aanmeldingen bij ons zonder geluk leveren extra loten op: {{steps}}.',
  'chance.step': '{{lots}} voor {{losses}}',
  'chance.lastStep': '{{lots}} voor {{losses}} of meer',
  'chance.reset':
    'Dat tellen begint opnieuw als je een plek aanneemt of een uitnodiging laat verlopen. Zeg je op tijd af, dan blijft het staan.',
  'chance.answer_one': 'Het antwoord {{options}} op {{question}} levert één extra lot op.',
  'chance.answer_other': 'Het antwoord {{options}} op {{question}} levert {{count}} extra loten op.',
  'chance.answers_one': 'De antwoorden {{options}} op {{question}} leveren elk één extra lot op.',
  'chance.answers_other': 'De antwoorden {{options}} op {{question}} leveren elk {{count}} extra loten op.',
  'chance.most': 'Geen aanmelding heeft meer dan {{most}} loten.',
  'chance.public': 'Hoeveel loten elke aanmelding heeft, staat in de openbare lijst.',

  'together.alone': 'Iedereen meldt zich alleen aan, voor één plek.',
  'together.upTo': 'Je kunt je samen aanmelden, in een groep van hooguit {{largest}}. Iedereen uit de groep meldt zich aan en bevestigt.',
  'together.upToBefore':
    'Je kunt je samen aanmelden, in een groep van hooguit {{largest}}. Iedereen uit de groep meldt zich aan en bevestigt, voor {{time}}.',
  'together.allOrNone': 'Een groep krijgt al haar plekken, of geen enkele.',
  'together.oneLot': 'Een groep heeft één lot, net als iemand die zich alleen aanmeldt.',
  'together.meanLots':
    'Een groep heeft zoveel loten als haar leden gemiddeld hebben, naar beneden afgerond. Samen gaan levert nooit loten op.',
  'together.allMeet': 'Waar plekken onder een deel van de mensen worden verloot, doet een groep mee als al haar leden daarbij horen.',
  'together.firstFit':
    'Past een groep niet in de plekken die over zijn, dan gaan die naar de volgende op de lijst die wel past. De laatste plekken gaan daardoor vaker naar mensen alleen.',
  'together.hold': 'Past de volgende groep niet in de plekken die over zijn, dan blijven die voor haar staan tot er genoeg bij komen.',
  'together.holdUntil':
    'Past de volgende groep niet in de plekken die over zijn, dan blijven die voor haar staan tot er genoeg bij komen, of tot {{time}}. Vanaf dan gaan ze naar de volgende op de lijst die wel past.',

  'beside.picked_one':
    'Eén van de {{capacity}} plekken valt buiten de trekking: het team zegt wie die krijgt, voordat de lijst wordt verzegeld.',
  'beside.picked_other':
    '{{count}} van de {{capacity}} plekken vallen buiten de trekking: het team zegt wie die krijgen, voordat de lijst wordt verzegeld.',
  'beside.pickedWhy': 'Elke keuze heeft een reden uit een vaste lijst. We publiceren hoe vaak elke reden voorkomt, en geen namen.',
  'beside.pickedReasons': 'Elke keuze heeft een van deze redenen: {{reasons}}. We publiceren hoe vaak elke reden voorkomt, en geen namen.',
  'beside.top_one':
    'Eén van de {{capacity}} plekken valt buiten de trekking: die gaat naar de aanmelding met de hoogste score. Alle andere doen mee in de trekking.',
  'beside.top_other':
    '{{count}} van de {{capacity}} plekken vallen buiten de trekking: die gaan naar de aanmeldingen met de hoogste scores. Alle andere doen mee in de trekking.',
  'beside.threshold':
    'Alleen aanmeldingen die {{percent}} % van de hoogst mogelijke score halen, doen mee in de trekking. In de trekking zelf telt de score niet meer.',
  'beside.reviewers_one': 'Eén beoordelaar geeft elke aanmelding een score op {{criteria}}.',
  'beside.reviewers_other': '{{count}} beoordelaars geven elke aanmelding een score op {{criteria}}.',
  'beside.criterion': '{{label}} (telt {{weight}} keer)',
  'beside.blind': 'Te zien zijn de antwoorden, en geen namen, accountnamen of foto’s.',
  'beside.seeing': 'Ook naam, accountnaam en foto zijn te zien.',
  'beside.until': 'De scores staan vast op {{time}}. Pas daarna wordt de lijst voor de trekking verzegeld.',

  'randomness.beacon':
    'De volgorde komt van een getal dat nog niet bestaat als de lijst wordt verzegeld: een ronde van het openbare baken drand, minstens tien minuten later. Niemand kan het eerder weten, kiezen of tegenhouden, ook wij niet, en daarna kan iedereen de trekking overdoen.',
  'randomness.trialBeacon':
    'De volgorde komt van een getal dat nog niet bestaat als de lijst wordt verzegeld: een ronde van het eigen proefbaken van deze installatie, minstens tien minuten later. Dat baken is niet openbaar, dus niemand van buiten staat ervoor in. Daarna kan iedereen de trekking overdoen.',
  'randomness.both':
    'De volgorde komt van twee dingen samen: een ronde van het openbare baken drand, minstens tien minuten nadat de lijst is verzegeld, en geheimen van {{names}}, vastgelegd voordat de aanmelding openging.',
  'randomness.trialBoth':
    'De volgorde komt van twee dingen samen: een ronde van het eigen proefbaken van deze installatie, dat niet openbaar is, minstens tien minuten nadat de lijst is verzegeld, en geheimen van {{names}}, vastgelegd voordat de aanmelding openging.',
  'randomness.secrets':
    'De volgorde komt van geheimen van {{names}}. Die zijn vastgelegd voordat de aanmelding openging, en worden onthuld als de lijst is verzegeld. Daarna kan iedereen de trekking overdoen.',
  'randomness.weakOne':
    'Dit is zwakker dan een openbaar baken. Wie het ene geheim kent, kan de uitslag uitrekenen voordat de lijst is verzegeld, en de lijst veranderen tot die bevalt.',
  'randomness.weakMany':
    'Dit is zwakker dan een openbaar baken. Het is alleen eerlijk als minstens één van hen eerlijk is en het geheim aan niemand vertelt voordat de lijst is verzegeld.',
  'randomness.noClock':
    'Ook is er geen onafhankelijk bewijs dat de lijst eerst is verzegeld; alleen wie het zegel tegen die tijd had ontvangen, kan dat zeggen.',
  'randomness.canStop_one':
    'Eén waarborg is zwakker: wie het geheim gaf, kan een ongewenste trekking tegenhouden door het niet te onthullen.',
  'randomness.canStop_other':
    'Eén waarborg is zwakker: elk van de {{count}} die een geheim gaven, kan een ongewenste trekking tegenhouden door het niet te onthullen nadat de andere bekend zijn.',
  'randomness.alsoStop_one': 'En wie het geheim gaf, kan een ongewenste trekking tegenhouden door het niet te onthullen.',
  'randomness.alsoStop_other':
    'En elk van de {{count}} kan een ongewenste trekking tegenhouden door een geheim niet te onthullen nadat de andere bekend zijn.',
  'randomness.fallback_one':
    'Houdt het baken voorgoed op, dan mogen geheimen van {{names}} ervoor in de plaats komen, op zijn vroegst één dag nadat de ronde had moeten verschijnen.',
  'randomness.fallback_other':
    'Houdt het baken voorgoed op, dan mogen geheimen van {{names}} ervoor in de plaats komen, op zijn vroegst {{count}} dagen nadat de ronde had moeten verschijnen.',
  'randomness.fallbackWeaker':
    'Dat zou zwakker zijn: wie de geheimen gaven, weten samen van tevoren wat eruit zou komen, en elk van hen kan de trekking tegenhouden. Het telt niet als iemand het getal van het baken alsnog laat zien.',
}
