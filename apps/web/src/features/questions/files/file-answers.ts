import { useEffect, useRef, useState } from 'react'
import { upload } from '../../../lib/api/upload.js'
import { Problem } from '../../../lib/api/problem.js'
import type { Question } from '../../../lib/api/types.js'
import { useText } from '../../../lib/i18n/index.js'
import { fileTypes, kindsKey, mostMegabytes } from './file-rules.js'

/** A file that the server holds: the answer is its id, a person knows it by its name. */
export type SentFile = { id: string; name: string | null /** In bytes. */; size: number }

/** A file on its way, or why it is not. */
export type FileOnItsWay = { name: string; share: number } | { refusal: string }

/** What a form that asks for files knows of them. */
export type FileAnswers = {
  /** The file behind an answer. */
  fileOf: (answer: string) => SentFile | undefined
  onItsWay: (questionId: string) => FileOnItsWay | undefined
  choose: (question: Question, file: File) => void
  stop: (questionId: string) => void
}

type Choices = {
  organization: string
  event: string
  /** Files that were sent before. */
  known: readonly SentFile[]
  onSent: (questionId: string, file: SentFile) => void
}

/** Sends files as soon as they are chosen, so that on a slow line the rest can be filled in meanwhile. */
export function useFileAnswers({ organization, event, known, onSent }: Choices): FileAnswers {
  const t = useText('common')
  const [onItsWay, setOnItsWay] = useState<Readonly<Record<string, FileOnItsWay>>>({})
  const [sent, setSent] = useState<readonly SentFile[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const tell = useRef(onSent)
  useEffect(() => {
    tell.current = onSent
  })
  useEffect(() => {
    const running = stops.current
    return () => {
      for (const stop of running.values()) stop.abort()
    }
  }, [])

  const put = (questionId: string, state: FileOnItsWay | null) =>
    setOnItsWay(({ [questionId]: _, ...others }) => (state ? { ...others, [questionId]: state } : others))
  const stop = (questionId: string) => {
    stops.current.get(questionId)?.abort()
    put(questionId, null)
  }

  const send = async (question: Question, file: File) => {
    const refusal = refusedHere(question, file)
    if (refusal) return put(question.id, { refusal })
    const abort = new AbortController()
    stops.current.set(question.id, abort)
    const body = new FormData()
    body.set('file', file)
    const onProgress = (share: number) => !abort.signal.aborted && put(question.id, { name: file.name, share })
    onProgress(0)
    try {
      const answer = await upload<SentFile>(`/api/public/${organization}/${event}/files`, body, { onProgress, signal: abort.signal })
      setSent((before) => [...before, answer])
      put(question.id, null)
      tell.current(question.id, answer)
    } catch (error) {
      if (abort.signal.aborted) return
      put(question.id, { refusal: said(error) ?? t('file.failed') })
    }
  }

  const refusedHere = (question: Question, file: File): string | null => {
    const most = mostMegabytes(question)
    if (file.type !== '' && !fileTypes(question).includes(file.type)) return t(`file.wrongType.${kindsKey(question)}`)
    if (file.size > most * 1024 * 1024) return t('file.tooLarge', { most, size: Math.ceil(file.size / 1024 / 1024) })
    return file.size === 0 ? t('file.empty') : null
  }

  return {
    fileOf: (answer) => [...sent, ...known].find(({ id }) => id === answer),
    onItsWay: (questionId) => onItsWay[questionId],
    choose: (question, file) => {
      stop(question.id)
      void send(question, file)
    },
    stop,
  }
}

const said = (error: unknown): string | undefined => (error instanceof Problem && (error.errors[0]?.message || error.title)) || undefined
