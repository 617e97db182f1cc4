import { DateTime } from 'luxon'

const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 }
const SURVEY_DAYS = 14

/** When guests are thanked: at nine in the morning of the day after the end, as the event's clocks read. */
export function thanksTime(endsAt: Date, timeZone: string): Date {
  return DateTime.fromJSDate(endsAt, { zone: timeZone }).plus({ days: 1 }).set(MORNING).toJSDate()
}

/** Until when the survey can be answered and an answer be changed: fourteen days after the thanks. */
export function surveyEnd(endsAt: Date, timeZone: string): Date {
  return DateTime.fromJSDate(thanksTime(endsAt, timeZone), { zone: timeZone }).plus({ days: SURVEY_DAYS }).toJSDate()
}
