import type { Email } from 'postal-mime'

/** No script, no form, nothing loaded but pictures; links lead out of the frame when somebody follows them. */
export const mailFramePolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' http: https: data:",
  "font-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The HTML of a mail as it came, with its own pictures in place and links that open in the whole window. The policy above keeps it harmless. */
export function mailFrame(id: string, { html = '', attachments }: Email): string {
  const withPictures = attachments.reduce((text, { contentId }, index) => {
    const name = contentId?.replace(/^<|>$/g, '')
    return name ? text.replaceAll(`cid:${name}`, `/api/trial/mailbox/${id}/attachments/${index}`) : text
  }, html)
  const base = '<base target="_top">'
  return /<head[^>]*>/i.test(withPictures) ? withPictures.replace(/<head[^>]*>/i, (head) => head + base) : base + withPictures
}
