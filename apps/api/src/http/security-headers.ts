import type { TweetupConfig } from '../config/config.js'

const secretPaths = /^\/(me|confirm|address|no-mail|secret|join|reset|calendar|proof|api\/(join|password-resets))\//

/** A worker lives under the policy that its own script came with: the page around it may compile nothing. */
const checkWorker = /^\/assets\/check-worker-[\w-]+\.js$/

/** The headers that every answer carries, by its path. */
export function securityHeaders(path: string, config: TweetupConfig): Record<string, string> {
  const door = /^\/door(\/|$)/.test(path)
  return {
    'content-security-policy': contentPolicy(path, config, door),
    'x-content-type-options': 'nosniff',
    'referrer-policy': secretPaths.test(path) ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'permissions-policy': `camera=(${door ? 'self' : ''}), microphone=(), geolocation=(), payment=(), usb=()`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(config.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

function contentPolicy(path: string, config: TweetupConfig, door: boolean): string {
  const vite = config.viteUrl === undefined ? '' : ` ${config.viteUrl} ${config.viteUrl.replace(/^http/, 'ws')}`
  const inline = config.viteUrl === undefined ? '' : " 'unsafe-inline'"
  const wasm = door || checkWorker.test(path) ? " 'wasm-unsafe-eval'" : ''
  const framed = path.startsWith('/mailbox/') || path.startsWith('/api/trial/mailbox/')
  return [
    "default-src 'self'",
    `script-src 'self'${wasm}${vite}${inline}`,
    `style-src 'self'${vite}${inline}`,
    `img-src 'self' data: blob:${vite}`,
    `font-src 'self'${vite}`,
    `connect-src 'self'${vite}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ].join('; ')
}

/** A path as it may stand in a log: without the secrets that follow /me/ and its like, and without its query. */
export function loggedPath(url: string): string {
  const path = url.split('?')[0] ?? url
  return path.replace(/\/(me|confirm|address|no-mail|secret|join|reset|calendar|confirmations|password-resets)\/[^/.]+/g, '/$1/[token]')
}
