/** Once the list is frozen: why somebody who could take part in the draw does not. */
const besideFact = `case when exists (select from draws where draws.event_id = application.event_id) then
           case when pick.reason = 'score' then 'score' when pick.reason is not null then 'picked'
             when read.outcome in ('below-threshold', 'not-reviewed') then read.outcome end end`

/**
 * Everything that decides where an application stands: columns and tables of one query. It reads the tables of draws, invitations and
 * attendance too, to say at once where each stands.
 */
export const factColumns = `confirmed_at, handle_proven_at,
         (select handle_proof ->> 'mode' = 'required' from events where events.id = application.event_id) as proof_required, withdrawn_at, set_aside_at, unit.line is not null as entered, draw_rank_of_unit(draw.id, unit.line) as rank,
         coalesce(moved.state = 'out', false)
           or exists (select from draw_leavers where draw_id = draw.id and application_id = application.id) as out,
         pick.reason as pick_reason, ${besideFact} as beside,
         seat.state as invitation_state, seat.deadline, seat.returned_at, check_ins.at as checked_in_at`

/** Each looks up its own line in the list of the draw. */
const ownUnit = 'left join lateral (select draw_unit_of_ticket(draw.id, application.ticket_id) as line offset 0) unit on true'

/** The tables behind `factColumns`, for the rows that `applications` yields. */
export const factTables = (applications: string, unit = ownUnit): string => `${applications} application
       left join lateral (select id from draws where event_id = application.event_id order by number desc limit 1) draw on true
       ${unit}
       left join draw_units moved on moved.draw_id = draw.id and moved.unit = unit.line
       left join lateral (
         select state, deadline, returned_at from invitations where application_id = application.id order by invited_at desc, id desc limit 1
       ) seat on true
       left join picks pick on pick.application_id = application.id
       left join review_outcomes read on read.application_id = application.id
       left join check_ins on check_ins.application_id = application.id`
