import { ButtonLink, EmptyState, HomeMark, PageHeader } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { paths } from '../../paths.js'

/** For addresses that lead nowhere, and for what belongs to somebody else: they look alike. */
export function NothingHere({ framed = false }: { framed?: boolean }) {
  const t = useText('console')
  usePageTitle(t('problem.gone'))
  const message = (
    <EmptyState
      as="h2"
      title={t('problem.gone')}
      action={
        <ButtonLink variant="quiet" to={paths.console()}>
          {t('problem.goneButton')}
        </ButtonLink>
      }
    >
      {t('problem.goneText')}
    </EmptyState>
  )
  if (framed) return message
  return (
    <>
      <PageHeader mark={<HomeMark />} />
      <main id="main" className="wrap">
        {message}
      </main>
    </>
  )
}
