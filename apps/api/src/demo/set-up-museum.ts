import { linkToken } from '../accounts/index.js'
import { drawPicture } from './draw-picture.js'
import { brand, colleagues, demoSignIn, hosts, museum } from './museum.js'
import { each, type Stage } from './stage.js'

interface SessionBody {
  readonly memberships: readonly { readonly organization: { readonly slug: string } }[]
}

/** Signs in, or up where nobody has yet, and answers the museum's part of the addresses. */
export async function openMuseum(stage: Stage): Promise<string> {
  const [known] = await stage.query('select from users where email = $1', [demoSignIn.email])
  const session = await (known
    ? stage.owner.post<SessionBody>('/api/session', demoSignIn)
    : stage.owner.post<SessionBody>('/api/accounts', museum))
  return session.memberships[0]?.organization.slug ?? ''
}

/** Gives the museum its brand, its hosts and its colleagues, as far as it lacks them. */
export async function setUpMuseum(stage: Stage, slug: string): Promise<void> {
  const path = `/api/organizations/${slug}`
  const { logo, ...fields } = brand
  await stage.owner.send('PATCH', path, { body: { ...fields, logoFileId: await uploadPicture(stage, slug, 'logo', logo) } })
  const present = (await stage.owner.get<{ items: { name: string }[] }>(`${path}/hosts`)).items.map(({ name }) => name)
  for (const { photo, ...host } of Object.values(hosts)) {
    if (present.includes(host.name)) continue
    await stage.owner.post(`${path}/hosts`, { ...host, photoFileId: await uploadPicture(stage, slug, 'photo', photo) })
  }
  await each(colleagues, (colleague) => inviteColleague(stage, path, colleague), 1)
}

/** Uploads one of our drawings and answers its id. */
export async function uploadPicture(stage: Stage, slug: string, kind: 'cover' | 'photo' | 'logo', file: string): Promise<string> {
  const form = new FormData()
  form.append('kind', kind)
  form.append(
    'file',
    new Blob([new Uint8Array(await drawPicture(file, kind === 'cover' ? 1400 : 512))], { type: 'image/png' }),
    file.replace('.svg', '.png'),
  )
  return (await stage.owner.post<{ id: string }>(`/api/organizations/${slug}/files`, form)).id
}

/** The colleague follows the link of her mail and takes the demo's password. */
async function inviteColleague(stage: Stage, path: string, { name, email, role }: (typeof colleagues)[number]): Promise<void> {
  const [known] = await stage.query('select from users where email = $1', [email])
  if (known) return
  const { id } = await stage.owner.post<{ id: string }>(`${path}/members/invitations`, { email, role })
  await stage.browser().post(`/api/join/${linkToken(stage.config.key('member-invitation'), id)}`, { name, password: demoSignIn.password })
}
