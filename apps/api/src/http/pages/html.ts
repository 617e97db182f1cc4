import { escapeHtml } from './escape.js'

/** HTML that is safe to send. It can only be made by `html`, which escapes every text that is put into it. */
export class Html {
  private constructor(private readonly text: string) {}

  static of(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    return new Html(strings.map((string, index) => string + rendered(values[index])).join(''))
  }

  toString(): string {
    return this.text
  }
}

export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[]

/** A piece of a page: html`<p>${name}</p>`. Texts are escaped, pieces are not, lists are joined, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.of(strings, values)
}

function rendered(value: HtmlValue): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.toString()
  return typeof value === 'object' ? value.map(rendered).join('') : escapeHtml(String(value))
}
