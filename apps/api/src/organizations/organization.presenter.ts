import { ApiProperty } from '@nestjs/swagger'
import { fileUrls } from '../files/index.js'
import { type Locale, locales } from '../http/index.js'
import type { Organization } from './organization.entity.js'

export class AccentThemeView {
  @ApiProperty({ type: String }) accent: string
  @ApiProperty({ type: String }) accentHover: string
  @ApiProperty({ type: String }) onAccent: string
  @ApiProperty({ type: String }) accentSoft: string
  @ApiProperty({ type: String }) stamp: string
}

export class AccentTokensView {
  @ApiProperty({ type: AccentThemeView }) light: AccentThemeView
  @ApiProperty({ type: AccentThemeView }) dark: AccentThemeView
}

/** What everybody may know of an organization. */
export class OrganizationSummary {
  @ApiProperty({ type: String, format: 'uuid' }) id: string
  @ApiProperty({ type: String }) slug: string
  @ApiProperty({ type: String }) name: string
  @ApiProperty({ type: String, example: '#0A6450' }) accent: string
  @ApiProperty({ type: AccentTokensView }) accentTokens: AccentTokensView
  @ApiProperty({ type: String, nullable: true }) logoUrl: string | null
  @ApiProperty({ type: String }) address: string
  @ApiProperty({ type: String, nullable: true }) website: string | null
  @ApiProperty({ type: String, nullable: true }) fediverseHandle: string | null
  @ApiProperty({ type: String, nullable: true }) blueskyHandle: string | null
  @ApiProperty({ type: String, enum: locales }) locale: Locale
}

export function presentOrganization(organization: Organization): OrganizationSummary {
  const { id, slug, name, accent, accentTokens, logoFileId, address, website, locale } = organization
  const { fediverseHandle, blueskyHandle } = organization
  const { light, dark } = accentTokens
  return {
    id,
    slug,
    name,
    accent,
    accentTokens: { light, dark },
    logoUrl: logoFileId === null ? null : fileUrls(logoFileId).medium,
    address,
    website,
    fediverseHandle,
    blueskyHandle,
    locale,
  }
}
