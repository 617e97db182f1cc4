import { QueryCache, QueryClient } from '@tanstack/react-query'
import { hasStatus, Problem } from './api/problem.js'

/** What is wrong with the request stays wrong when it is sent again; only a lost connection or a faulty server is worth another try. */
const worthAnotherTry = (failures: number, error: unknown) =>
  failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500)

/** The console's memory of what the server said; the public pages do without. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that has ended in the meantime shows in any answer; asking for it again lets the page lead to the sign-in.
    onError: (error) => {
      if (hasStatus(error, 401)) void queryClient.invalidateQueries({ queryKey: ['session'] })
    },
  }),
  defaultOptions: {
    queries: { retry: worthAnotherTry, retryDelay: 400, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
