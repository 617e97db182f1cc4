import { type HtmlValue, html } from '../../../http/pages/html.js'

/** Text whose web addresses can be followed. */
export function linked(text: string): HtmlValue {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}
