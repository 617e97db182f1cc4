import { factColumns, factTables } from './application-facts.js'
import { standingOf } from './standing.js'

/** What has no rank stands behind everything that has one. */
const noRank = 2_147_483_647

/** Longer answers are text, which the search finds, and nothing to filter by. */
const longestFacet = 100

/** How an answer is written among the facets. */
export const answerFacet = (questionId: string, answer: string): string => `answer:${questionId}=${answer}`

const mostWords = 20_000
const longestName = 80

/** Every single text among the answers: of a list each of its options. */
const singleAnswers = `(
    select question, single #>> '{}' as value
    from jsonb_each(answers) as given (question, answer),
      lateral jsonb_path_query(answer, 'lax $[*]') as single
    where jsonb_typeof(single) = 'string'
  ) answered`

/** The facets are what somebody can be picked out by, as words of one list: `fan:new`, `answer:<question>=Leiden`. */
const facets = `array(
    select 'answer:' || question || '=' || value from ${singleAnswers} where char_length(value) <= ${longestFacet}
    union all select 'tag:' || tag from unnest(tags) as tag
    union all select 'country:' || country where country is not null
    union all select 'fan:' || case when known_fan then 'returning' else 'new' end
    union all select 'handle:' || case when handle is null then 'none' when handle_proven_at is null then 'claimed' else 'proven' end
  )`

/** Begins with a space, so that every word of it has one before it. */
const words = `' ' || left(application_text(concat_ws(' ', name, email, handle, left(ticket_id, 4) || '-' || substr(ticket_id, 5, 4), left(ticket_id, 8),
    (select string_agg(value, ' ' order by question, value) from ${singleAnswers}))), ${mostWords})`

/** The chosen ones by themselves: PostgreSQL would rather work out the facts of everybody and then look whose were asked for. */
const chosenFirst = (chosen: string): string => `(select * from applications where id in (${chosen}) and shadow_of is null offset 0)`

/** Writes the rows of these applications for the list, or writes them anew. `chosen` is SQL that yields ids. */
export function writeListRows(chosen: string): string {
  return `
    insert into application_list as kept (application_id, event_id, received_at, confirmed_at, name_key, standing, deadline, rank_key)
    select id, event_id, received_at, confirmed_at, left(application_text(name), ${longestName}), ${standingOf}, deadline, coalesce(rank, ${noRank})
    from (
      select application.id, application.event_id, application.name, application.received_at, ${factColumns}
      from ${factTables(chosenFirst(chosen))}
    ) facts order by id
    on conflict (application_id) do update set received_at = excluded.received_at, confirmed_at = excluded.confirmed_at,
      name_key = excluded.name_key, standing = excluded.standing, deadline = excluded.deadline, rank_key = excluded.rank_key
    where (kept.received_at, kept.confirmed_at, kept.name_key, kept.standing, kept.deadline, kept.rank_key)
      is distinct from (excluded.received_at, excluded.confirmed_at, excluded.name_key, excluded.standing, excluded.deadline, excluded.rank_key)`
}

/**
 * The next applications of an event ($1) behind one ($2), and the line of each in the list of its last draw, which never changes. That list is
 * read as a whole: to look up each of so many in it would take longer than all that comes after.
 */
export const nextWithLines = (limit: number): string => `
    with those as materialized (
      select id, ticket_id from applications where event_id = $1 and id > $2 and shadow_of is null order by id limit ${limit}
    )
    select id, listed.line from those left join (
      select entry.ticket, entry.line from draw_tickets cross join unnest(tickets, units) as entry (ticket, line)
      where draw_id = (select id from draws where event_id = $1 order by number desc limit 1)
    ) listed on listed.ticket = those.ticket_id order by id`

/**
 * Where these of an event ($1) stand now ($2: their ids, $3: their lines), as far as the list has them already. A freeze and a draw move a
 * million, so it works out nothing that neither changes.
 */
export const updateStandings = `
    update application_list as kept set standing = facts.standing, deadline = facts.deadline, rank_key = facts.rank_key
    from (
      select id, ${standingOf} as standing, deadline, coalesce(rank, ${noRank}) as rank_key
      from (
        select application.id, ${factColumns}
        from ${factTables(
          '(select * from applications where event_id = $1 and id = any($2::uuid[]) and shadow_of is null offset 0)',
          'left join unnest($2::uuid[], $3::integer[]) as unit (application_id, line) on unit.application_id = application.id',
        )}
      ) found order by id offset 0
    ) facts
    where kept.application_id = facts.id
      and (kept.standing, kept.deadline, kept.rank_key) is distinct from (facts.standing, facts.deadline, facts.rank_key)`

/** As writeListRows(), for what is searched; a row that says what it said before is left alone, because its index is dear. */
export function writeSearchRows(chosen: string): string {
  return `
    insert into application_search as kept (application_id, event_id, facets, words)
    select id, event_id, ${facets}, ${words} from ${chosenFirst(chosen)} applications order by id
    on conflict (application_id) do update set facets = excluded.facets, words = excluded.words
    where (kept.facets, kept.words) is distinct from (excluded.facets, excluded.words)`
}
