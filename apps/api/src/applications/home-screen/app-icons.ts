import { Injectable } from '@nestjs/common'
import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import { FileStore } from '../../files/index.js'
import { NotFound } from '../../http/index.js'
import { type Organization, OrganizationRepository } from '../../organizations/index.js'

/** By the name in their address: how large, and how much of the width the mark takes. A mask may cut off a fifth all around. */
export const appIcons = {
  'icon-192': { size: 192, mark: 0.72 },
  'icon-512': { size: 512, mark: 0.72 },
  'mask-512': { size: 512, mark: 0.54 },
} as const
export type AppIcon = keyof typeof appIcons

const paper = '#FBFAF6'
/** How many pictures are kept, of a few kB each: anybody may ask for them. */
const kept = 60

/** What an organization's pages look like on a home screen: its logo on paper, or the product's ticket on its accent. */
@Injectable()
export class AppIcons {
  readonly #drawn = new Map<string, Promise<Buffer>>()

  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly files: FileStore,
  ) {}

  /** A PNG. Throws NotFound for an organization that there is not. */
  async draw(slug: string, name: AppIcon): Promise<Buffer> {
    const organization = await this.organizations.findOneBy({ slug })
    if (!organization) throw new NotFound()
    const key = [organization.id, organization.logoFileId, organization.accentTokens.light.accent, name].join()
    const known = this.#drawn.get(key)
    if (known) return known
    const drawn = this.#draw(organization, name)
    this.#drawn.set(key, drawn)
    drawn.catch(() => this.#drawn.delete(key))
    for (const oldest of [...this.#drawn.keys()].slice(0, -kept)) this.#drawn.delete(oldest)
    return drawn
  }

  async #draw(organization: Organization, name: AppIcon): Promise<Buffer> {
    const { size, mark } = appIcons[name]
    const logo = organization.logoFileId && (await this.files.read(organization.logoFileId, 'large'))
    return logo ? onPaper(logo.bytes, size, Math.round(size * mark)) : ticketOn(organization, size, mark)
  }
}

async function onPaper(logo: Buffer, size: number, width: number): Promise<Buffer> {
  const mark = await sharp(logo).resize({ width, height: width, fit: 'inside' }).toBuffer()
  return sharp({ create: { width: size, height: size, channels: 3, background: paper } })
    .composite([{ input: mark, gravity: 'center' }])
    .png()
    .toBuffer()
}

/** The same drawing as the mark in the head of a page. */
async function ticketOn({ accentTokens: { light } }: Organization, size: number, mark: number): Promise<Buffer> {
  const scale = (size * mark) / 32
  const edge = (size * (1 - mark)) / 2
  const image = await renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
      <rect width="${size}" height="${size}" fill="${light.accent}"/>
      <g transform="translate(${edge} ${edge}) scale(${scale})" fill="none" stroke="${light.onAccent}" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round">
        <path d="M3.5 8h15.5a3 3 0 0 0 6 0h3.500v16H25a3 3 0 0 0-6 0H3.500z"/><path d="M8.500 16.500l2.800 2.700 4.700-5.400"/>
      </g>
    </svg>`,
    { font: { loadSystemFonts: false } },
  )
  return Buffer.from(image.asPng())
}
