import type { EntityManager } from 'typeorm'
import type { Answers } from '#forms'
import { components } from './components.js'
import { type LikenessQuestions, type Mark, marksOf } from './marks.js'

/**
 * What more have in common than this says nothing of any two of them: of an address that only looks like others soon, of what is one person's
 * very late. It also bounds what a stranger who types the same again and again can make us do.
 */
const mostHolders = (kind: string): string => `(case ${kind} when 'lookalike' then 20 else 20000 end)`

interface Row {
  readonly id: string
  readonly name: string
  readonly email_key: string
  readonly handle_key: string | null
  readonly answers: Answers
  readonly device_hint: string | null
}

interface SharedRow {
  readonly application_id: string
  readonly kind: string
  readonly mark: string
  readonly received_at: Date
}

interface SetRow {
  readonly id: string
  readonly members: readonly string[]
  readonly newest_at: Date
  readonly kinds: readonly string[]
}

/**
 * Reads these applications of an event anew and mends the sets that they are in, were in, or come into. Whoever has left or was set aside is
 * like nobody. Call it under the lock of the event's list.
 */
export async function keepLikenesses(manager: EntityManager, eventId: string, ids: readonly string[]): Promise<void> {
  const questions = await likenessQuestions(manager, eventId)
  const rows = await readRows(manager, ids, questions)
  const marks = rows.flatMap(({ id, name, email_key, handle_key, answers, device_hint }) =>
    marksOf({ name, emailKey: email_key, handleKey: handle_key, answers, deviceHint: device_hint }, questions).map((mark) => ({
      id,
      ...mark,
    })),
  )
  const changed = await writeMarks(manager, eventId, ids, marks)
  if (changed.length > 0 || (await boundByDevice(manager, ids))) await mendSets(manager, eventId, ids, changed)
}

async function likenessQuestions(manager: EntityManager, eventId: string): Promise<LikenessQuestions> {
  const rows = await manager.query<{ id: string; type: string }[]>(
    `select id, type from questions
     where event_id = $1 and form = 'application' and (type = 'handle' or (type = 'date' and (settings ->> 'birthday')::boolean))`,
    [eventId],
  )
  const ofType = (wanted: string): string[] => rows.filter(({ type }) => type === wanted).map(({ id }) => id)
  return { birthdays: ofType('date'), handles: ofType('handle') }
}

function readRows(manager: EntityManager, ids: readonly string[], { birthdays, handles }: LikenessQuestions): Promise<Row[]> {
  return manager.query<Row[]>(
    `select id, name, email_key, handle_key, encode(device_hint, 'hex') as device_hint,
       (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(answers) where key = any($2)) as answers
     from applications where id = any($1::uuid[]) and shadow_of is null and withdrawn_at is null and set_aside_at is null`,
    [ids, [...birthdays, ...handles]],
  )
}

type HeldMark = Mark & { readonly id: string }

/** Answers the marks that came or went. */
async function writeMarks(manager: EntityManager, eventId: string, ids: readonly string[], marks: readonly HeldMark[]): Promise<Mark[]> {
  const old = await manager.query<HeldMark[]>(
    `select application_id as id, kind, encode(mark, 'hex') as mark from application_likenesses where application_id = any($1::uuid[])`,
    [ids],
  )
  const gone = without(old, marks)
  const come = without(marks, old)
  if (gone.length > 0)
    await manager.query(
      `delete from application_likenesses using unnest($1::uuid[], $2::text[], $3::text[]) as gone (id, kind, mark)
       where application_id = gone.id and application_likenesses.kind = gone.kind and application_likenesses.mark = decode(gone.mark, 'hex')`,
      columnsOf(gone),
    )
  if (come.length > 0)
    await manager.query(
      `insert into application_likenesses (application_id, event_id, kind, mark)
       select id, $4, kind, decode(mark, 'hex') from unnest($1::uuid[], $2::text[], $3::text[]) as come (id, kind, mark)
       on conflict do nothing`,
      [...columnsOf(come), eventId],
    )
  return [...new Map([...gone, ...come].map((held) => [`${held.kind}:${held.mark}`, held])).values()]
}

function without(some: readonly HeldMark[], others: readonly HeldMark[]): HeldMark[] {
  const known = new Set(others.map(wordOf))
  return some.filter((held) => !known.has(wordOf(held)))
}

const wordOf = ({ id, kind, mark }: HeldMark): string => `${id}:${kind}:${mark}`

const columnsOf = (marks: readonly HeldMark[]): string[][] => [
  marks.map(({ id }) => id),
  marks.map(({ kind }) => kind),
  marks.map(({ mark }) => mark),
]

/** The marks of devices are erased with their hints, so that here nothing seems to have changed. */
async function boundByDevice(manager: EntityManager, ids: readonly string[]): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `select from likeness_members join likeness_sets on likeness_sets.id = set_id
     where application_id = any($1::uuid[]) and 'device' = any(kinds) limit 1`,
    [ids],
  )
  return rows.length > 0
}

/** Sets change only where a mark came or went: everybody with such a mark, and whoever was in a set with one of them. */
async function mendSets(manager: EntityManager, eventId: string, ids: readonly string[], changed: readonly Mark[]): Promise<void> {
  const [touched] = await manager.query<{ ids: string[]; sets: string[] }[]>(
    `with near as materialized (
       select unnest($2::uuid[]) as id
       union
       select holder.application_id from unnest($3::text[], $4::text[]) as changed (kind, mark), lateral (
         select application_id from application_likenesses likeness
         where likeness.event_id = $1 and likeness.kind = changed.kind and likeness.mark = decode(changed.mark, 'hex')
         -- Whoever was joined by it before these came is among so many.
         limit ${mostHolders('changed.kind')} + 1 + cardinality($2::uuid[])
       ) holder
     )
     select array(select id from near) as ids,
       array(select distinct set_id from likeness_members where application_id in (select id from near)) as sets`,
    [eventId, ids, changed.map(({ kind }) => kind), changed.map(({ mark }) => mark)],
  )
  if (!touched) return
  const shared = await manager.query<SharedRow[]>(
    `with held as materialized (
       select application_id, kind, mark, count(*) over (partition by kind, mark) as holders from application_likenesses
       where application_id in (
         select unnest($1::uuid[]) union select application_id from likeness_members where set_id = any($2::uuid[])
       )
     ), telling as materialized (
       select kind, mark from (select distinct kind, mark from held where holders > 1) common
       where (
         select count(*) from (
           select from application_likenesses likeness
           where likeness.event_id = $3 and likeness.kind = common.kind and likeness.mark = common.mark limit ${mostHolders('common.kind')} + 1
         ) counted
       ) <= ${mostHolders('common.kind')}
     )
     select application_id, kind, encode(mark, 'hex') as mark, received_at from held
     join telling using (kind, mark) join applications on applications.id = application_id`,
    [touched.ids, touched.sets, eventId],
  )
  await writeSets(manager, eventId, touched.sets, setsOf(shared))
}

/** A set goes by the id of its oldest application, so that it keeps its address while others join. */
function setsOf(shared: readonly SharedRow[]): SetRow[] {
  const rowsOf = Map.groupBy(shared, (row) => row.application_id)
  return components(shared.map((row) => ({ member: row.application_id, mark: `${row.kind}:${row.mark}` }))).map((members) => {
    const rows = members.flatMap((member) => rowsOf.get(member) ?? [])
    const newest = rows.reduce((time, row) => Math.max(time, row.received_at.getTime()), 0)
    return { id: members[0] ?? '', members, newest_at: new Date(newest), kinds: [...new Set(rows.map(({ kind }) => kind))].toSorted() }
  })
}

async function writeSets(manager: EntityManager, eventId: string, old: readonly string[], sets: readonly SetRow[]): Promise<void> {
  if (old.length === 0 && sets.length === 0) return
  const members = sets.flatMap(({ id, members: all }) => all.map((member) => ({ id, member })))
  await manager.query('delete from likeness_members where set_id = any($1::uuid[]) and not application_id = any($2::uuid[])', [
    old,
    members.map(({ member }) => member),
  ])
  await manager.query(
    `insert into likeness_members as kept (application_id, set_id) select * from unnest($1::uuid[], $2::uuid[])
     on conflict (application_id) do update set set_id = excluded.set_id where kept.set_id <> excluded.set_id`,
    [members.map(({ member }) => member), members.map(({ id }) => id)],
  )
  const ids = sets.map(({ id }) => id)
  await manager.query('delete from likeness_sets where id = any($1::uuid[]) and not id = any($2::uuid[])', [old, ids])
  await manager.query(
    `insert into likeness_sets (id, event_id, size, newest_at, kinds)
     select id, $1, cardinality(members), newest_at, kinds
     from jsonb_to_recordset($2::jsonb) as given (id uuid, members uuid[], newest_at timestamptz, kinds text[])
     on conflict (id) do update set size = excluded.size, newest_at = excluded.newest_at, kinds = excluded.kinds`,
    [eventId, JSON.stringify(sets)],
  )
  await noteKept(manager, ids)
}

/** A set counts as kept while somebody has said of all who are in it that they are different people. */
export async function noteKept(manager: EntityManager, setIds: readonly string[]): Promise<void> {
  await manager.query(
    `update likeness_sets set kept_by = (
       select judged.judgement_id from likeness_members member
       join judged_applications judged on judged.application_id = member.application_id and judged.role = 'kept'
       join judgements on judgements.id = judged.judgement_id and undone_at is null
       where member.set_id = likeness_sets.id
       group by judged.judgement_id having count(*) = likeness_sets.size order by judged.judgement_id desc limit 1
     ) where id = any($1::uuid[])`,
    [setIds],
  )
}
