import { PersonName } from '../../components/index.js'
import { useLocale } from '../../lib/i18n/index.js'

/** `Sanne, Youssef and Ines`, each name kept apart from the sentence. */
export function NamesList({ names }: { names: readonly string[] }) {
  const locale = useLocale()
  // The list format puts its words between place holders, so that names in any script stay whole.
  const parts = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).formatToParts(names.map((_, index) => String(index)))
  return (
    <>
      {parts.map(({ type, value }, index) =>
        type === 'element' ? <PersonName key={index}>{names[Number(value)] ?? ''}</PersonName> : <span key={index}>{value}</span>,
      )}
    </>
  )
}
