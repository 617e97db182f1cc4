import { QueryClient } from '@tanstack/react-query'
import { Problem } from './api/problem.js'

/** What is wrong with the request stays wrong when it is sent again; only a lost connection or a faulty server is worth another try. */
const worthAnotherTry = (failures: number, error: unknown) => failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500)

/** The console's memory of what the server said; the public pages do without. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnotherTry, retryDelay: 400, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
