import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TweetupConfig } from '../config/config.js'

/** Behind TLS the name's prefix makes the browser refuse the cookie from anywhere else (RFC 6265bis, 4.1.3.2). */
export function sessionCookieName(config: TweetupConfig): string {
  return config.secure ? '__Host-tweetup' : 'tweetup'
}

export function readSessionCookie(request: FastifyRequest, config: TweetupConfig): string | undefined {
  return request.cookies[sessionCookieName(config)]
}

export function setSessionCookie(reply: FastifyReply, config: TweetupConfig, token: string, expires: Date): void {
  reply.setCookie(sessionCookieName(config), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure, expires })
}

export function clearSessionCookie(reply: FastifyReply, config: TweetupConfig): void {
  reply.clearCookie(sessionCookieName(config), { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure })
}
