import { Fragment, type ReactNode } from 'react'
import { formatNumber } from './number.js'

export type Parts = Record<string, ReactNode | ((children: ReactNode) => ReactNode)>

/**
 * Fills a message with elements: `{{name}}` takes a value or a node, `<link>words</link>` is wrapped by the function of that name. Unknown tags are
 * shown as text, so nothing that a catalogue or a person wrote can become markup.
 */
export function fillRich(message: string, parts: Parts): ReactNode {
  const pieces = message.split(/(<(\w+)>.*?<\/\2>|\{\{\w+\}\})/s).filter((piece, index) => index % 3 !== 2 && piece !== '')
  return pieces.map((piece, index) => <Fragment key={index}>{nodeOf(piece, parts)}</Fragment>)
}

function nodeOf(piece: string, parts: Parts): ReactNode {
  const value = /^\{\{(\w+)\}\}$/.exec(piece)?.[1]
  if (value) {
    const part = parts[value]
    return typeof part === 'number' ? formatNumber(part) : typeof part === 'function' ? part(null) : (part ?? piece)
  }
  const [, tag, words] = /^<(\w+)>(.*)<\/\1>$/s.exec(piece) ?? []
  const wrap = tag ? parts[tag] : undefined
  return typeof wrap === 'function' ? wrap(fillRich(words ?? '', parts)) : piece
}
