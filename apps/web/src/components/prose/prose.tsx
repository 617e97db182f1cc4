import { createElement, Fragment, type ReactNode, useMemo } from 'react'
import { classNames } from '../class-names.js'
import styles from './prose.module.css'

type Props = { html: string; lang?: string; className?: string }

const allowed = new Set(['P', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'STRONG', 'B', 'EM', 'I', 'U', 'S', 'BR', 'BLOCKQUOTE', 'CODE', 'HR'])

/**
 * Rich text that an organizer wrote. The server has cleaned it; here it is built up again from a few elements without attributes, so that nothing else
 * can reach the page even if it once slipped through.
 */
export function Prose({ html, lang, className }: Props) {
  const content = useMemo(() => childrenOf(new DOMParser().parseFromString(html, 'text/html').body), [html])
  return (
    <div className={classNames(styles.prose, className)} lang={lang}>
      {content}
    </div>
  )
}

const childrenOf = (node: Node): ReactNode => [...node.childNodes].map((child, index) => <Fragment key={index}>{render(child)}</Fragment>)

function render(node: Node): ReactNode {
  if (node instanceof Text) return node.data
  if (!(node instanceof HTMLElement) || node instanceof HTMLScriptElement || node instanceof HTMLStyleElement) return null
  const href = node instanceof HTMLAnchorElement ? safeAddress(node.getAttribute('href')) : null
  if (href) return createElement('a', { href, rel: 'noopener nofollow' }, childrenOf(node))
  if (!allowed.has(node.tagName)) return childrenOf(node)
  return node.tagName === 'BR' || node.tagName === 'HR'
    ? createElement(node.tagName.toLowerCase())
    : createElement(node.tagName.toLowerCase(), null, childrenOf(node))
}

const safeAddress = (href: string | null): string | null => (href && /^(https?:|mailto:|tel:)/i.test(href) ? href : null)
