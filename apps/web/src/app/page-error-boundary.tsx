import { Component, type ReactNode } from 'react'
import { ErrorPage } from '../components/error-page/error-page.js'

type Props = { children: ReactNode }
type State = { error: unknown }

/** A fault on one page shows a page that says so and offers a way on, instead of an empty screen. */
export class PageErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error ? <ErrorPage error={this.state.error} onRetry={() => location.reload()} /> : this.props.children
  }
}
