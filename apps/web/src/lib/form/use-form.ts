import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { focusFirstError } from '../../components/field/focus-first-error.js'
import { Problem } from '../api/problem.js'

export type Errors<Values> = Partial<Record<keyof Values & string, string>>

export type Form<Values> = {
  values: Values
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void
  /** What is wrong, by field: found here or said by the server. */
  errors: Errors<Values>
  /** Why nothing was sent, when it is not about a field that is shown. */
  failure: unknown
  busy: boolean
  /** Goes on the form element. */
  props: { ref: RefObject<HTMLFormElement | null>; noValidate: true; onSubmit: (event: FormEvent) => void }
}

type Options<Values> = {
  initial: Values
  /** Errors that need no server; an empty object sends. */
  check?: (values: Values) => Errors<Values>
  send: (values: Values) => Promise<unknown>
}

/** The values of a form, its errors, and one submission at a time. After a refusal the first wrong field has the focus. */
export function useForm<Values extends object>({ initial, check, send }: Options<Values>): Form<Values> {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors<Values>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const refuse = (found: Errors<Values>) => {
    setErrors(found)
    focusFirstError(form.current)
  }

  const submit = async () => {
    if (busy) return
    const found = check?.(values) ?? {}
    setFailure(null)
    if (Object.keys(found).length) return refuse(found)
    setErrors({})
    setBusy(true)
    try {
      await send(values)
    } catch (error) {
      const told = errorsOf(error, values)
      if (Object.keys(told).length) refuse(told)
      else setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return {
    values,
    set: (name, value) => {
      setValues((before) => ({ ...before, [name]: value }))
      setErrors(({ [name]: _mended, ...others }) => others as Errors<Values>)
    },
    errors,
    failure,
    busy,
    props: {
      ref: form,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault()
        void submit()
      },
    },
  }
}

/** What the server said about the fields of this form. */
function errorsOf<Values extends object>(error: unknown, values: Values): Errors<Values> {
  if (!(error instanceof Problem)) return {}
  return Object.fromEntries(error.errors.filter(({ path }) => path in values).map(({ path, message }) => [path, message])) as Errors<Values>
}
