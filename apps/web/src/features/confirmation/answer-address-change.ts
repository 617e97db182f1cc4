import { request } from '../../lib/api/client.js'
import type { AddressAnswered } from '../../lib/api/types.js'

export const answerAddressChange = (token: string) => request<AddressAnswered>('POST', '/api/address-changes', { body: { token } })
