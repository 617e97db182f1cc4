import { useState } from 'react'
import { SearchInput } from '../../../components/index.js'

type Props = { label: string; value: string; onChange: (words: string) => void }

/** The words that are searched for. What is being typed stays here: the address follows it, and on a slow device it comes after the next letters. */
export function SearchWords({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  /** What was handed on and has not come back yet. */
  const [onTheWay, setOnTheWay] = useState<readonly string[]>([])
  if (value !== seen) {
    setSeen(value)
    const place = onTheWay.indexOf(value)
    setOnTheWay(onTheWay.slice(place + 1))
    // It was changed elsewhere: a filter was taken away, or a view was chosen.
    if (place === -1) {
      setOnTheWay([])
      setTyped(value)
    }
  }
  const type = (words: string) => {
    setTyped(words)
    setOnTheWay([...onTheWay, words])
    onChange(words)
  }
  return <SearchInput label={label} value={typed} onChange={type} />
}
