import { domainToASCII, domainToUnicode } from 'node:url'
import { applyDecorators } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import { Transform } from 'class-transformer'
import { cleanLine } from './clean-text.js'
import { fieldRule } from './field-rule.js'

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The ASCII form of a domain that is written in one of its two proper forms, else ''. Node's own function reads what a browser would, so
 * that `example.org/x`, `ex%61mple.org` or one with a line break all become example.org. With such an address a stranger could take the
 * place of its owner, whose mails would then go nowhere.
 */
function asciiDomain(domain: string): string {
  // Its own ASCII form, as that of nearly all addresses is.
  if (domainName.test(domain) && !domain.includes('xn--')) return domain
  const ascii = domainToASCII(domain)
  return domain === ascii || domain === domainToUnicode(ascii) ? ascii : ''
}

/**
 * The one form under which an address is compared: trimmed, lower case, its domain in ASCII (RFC 5891).
 * Undefined when it is no address that mail can be sent to (RFC 5321, without quoted local parts and address literals).
 */
export function canonicalEmail(address: string): string | undefined {
  const text = cleanLine(address)
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > 320) return undefined
  const local = text.slice(0, at).toLowerCase()
  const domain = asciiDomain(text.slice(at + 1).toLowerCase())
  const whole = `${local}@${domain}`
  return local.length <= 64 && whole.length <= 254 && localPart.test(local) && domainName.test(domain) ? whole : undefined
}

/** A mail address as its owner writes it; compare it by `canonicalEmail`. */
export function Email(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanLine(value) : value)),
    fieldRule('email', (value) => typeof value === 'string' && canonicalEmail(value) !== undefined),
    ApiProperty({ type: String, format: 'email', maxLength: 254 }),
  )
}
