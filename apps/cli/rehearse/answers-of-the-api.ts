/** The parts of the API's answers that the rehearsal looks at. */
export interface ReceiptAnswer {
  readonly ticketId: string
  readonly personalUrl: string
}

export interface QuestionAnswer {
  readonly id: string
  readonly type: string
  readonly options: readonly string[]
}

export interface PersonalAnswer {
  readonly step: string
  readonly version: number
  readonly email: string
  readonly draw: { readonly rank: number | null; readonly total: number | null } | null
  readonly invitation: { readonly state: string } | null
  readonly survey: { readonly questions: readonly QuestionAnswer[] } | null
  readonly links: {
    readonly calendarFile: string | null
    readonly calendarFeed: string | null
    readonly badgePdf: string | null
    readonly agendaPdf: string | null
  }
  readonly badge: { readonly qr: string } | null
}

export interface EventAnswer {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly questions: readonly QuestionAnswer[]
}

export interface ClockAnswer {
  readonly now: string
  readonly busy: boolean
}

export interface DrawAnswer {
  readonly state: 'none' | 'committed' | 'drawn'
  readonly commitment: string
  readonly head: string
  readonly counts: {
    readonly entries: number
    readonly placed: number
    readonly waiting: number
    readonly out: number
    readonly log: number
  }
  readonly beacon: { readonly trial: boolean }
}

export interface InvitationsAnswer {
  readonly counts: {
    readonly pending: number
    readonly accepted: number
    readonly declined: number
    readonly lapsed: number
    readonly revoked: number
  }
  readonly seats: readonly { readonly pool: string; readonly seats: number; readonly taken: number }[]
  readonly items: readonly {
    readonly id: string
    readonly applicationId: string
    readonly email: string
    readonly state: string
    readonly rank: number
  }[]
  readonly nextCursor: string | null
}

export interface ApplicationsAnswer {
  readonly items: readonly { readonly id: string; readonly email: string; readonly name: string; readonly step: string }[]
  readonly nextCursor: string | null
}

export interface CheckInAnswer {
  readonly result: 'yes' | 'already' | 'no'
  readonly reason?: string
}

export interface HomeAnswer {
  readonly funnel: readonly { readonly key: string; readonly count: number }[]
}
