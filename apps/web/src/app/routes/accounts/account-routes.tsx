import { QueryClientProvider } from '@tanstack/react-query'
import { useMatch } from 'react-router'
import { ForgotPasswordPage, JoinPage, NewPasswordPage, SignInPage, SignUpPage } from '../../../features/accounts/index.js'
import { queryClient } from '../../../lib/query-client.js'

/** The entrance of the console: in, in for the first time, by invitation, and back in. */
export default function AccountRoutes() {
  return (
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>
  )
}

function Page() {
  const signUp = useMatch('/sign-up')
  const join = useMatch('/join/:token')
  const forgot = useMatch('/reset')
  const choose = useMatch('/reset/:token')
  if (signUp) return <SignUpPage />
  if (join) return <JoinPage key={join.params.token} />
  if (forgot) return <ForgotPasswordPage />
  return choose ? <NewPasswordPage key={choose.params.token} /> : <SignInPage />
}
