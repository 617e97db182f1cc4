import { paths } from '../../app/paths.js'
import { ButtonLink, HomeMark } from '../../components/index.js'
import { useText } from '../../lib/i18n/index.js'
import { Frame } from '../confirmation/index.js'

/** A personal link that opens nothing: cut off, or replaced by a newer one. */
export function LostPage() {
  const t = useText('me')
  return (
    <Frame mark={<HomeMark />}>
      <h1>{t('lost.nowhere.title')}</h1>
      <p className="lede">{t('lost.nowhere.text')}</p>
      <ButtonLink to={paths.lostLink()}>{t('lost.go')}</ButtonLink>
    </Frame>
  )
}
