import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Answers, fileKinds, mostMegabytes, type Question } from '#forms'
import { Clock } from '../../database/index.js'
import { type FieldError, Invalid, NotFound } from '../../http/index.js'
import { PrivateFiles } from '../../files/index.js'
import { type AnswerFile, AnswerFileRepository } from './answer-file.repository.js'

const megabyte = 1024 * 1024

/** The files that belong to an application's answers. */
@Injectable()
export class AnswerFiles {
  constructor(
    private readonly files: AnswerFileRepository,
    private readonly bytes: PrivateFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * What is wrong with the files that these answers name: each must be there, fit its question, and be nobody's or this application's.
   *
   * @param applicationId null for one that is not kept yet.
   */
  async problems(
    manager: EntityManager,
    eventId: string,
    questions: readonly Question[],
    applicationId: string | null,
    answers: Answers,
  ): Promise<FieldError[]> {
    const asked = questions.filter(({ id, type }) => type === 'file' && answers[id] !== undefined)
    if (asked.length === 0) return []
    const ids = fileIds(questions, answers)
    const files = await this.files.ofEvent(manager, eventId, ids)
    return asked.flatMap((question) => {
      const id = String(answers[question.id])
      const isTwice = asked.findIndex((other) => answers[other.id] === id) < asked.indexOf(question)
      return problemOf(question, isTwice ? 'twice' : files.get(id), applicationId) ?? []
    })
  }

  /**
   * Makes the files of these answers the application's. In the transaction that keeps the answers, and
   * after the application is there. Throws Invalid when another application was quicker.
   */
  async claim(
    manager: EntityManager,
    eventId: string,
    questions: readonly Question[],
    applicationId: string,
    answers: Answers,
  ): Promise<void> {
    const ids = fileIds(questions, answers)
    if (ids.length > 0 && (await this.files.claim(manager, eventId, applicationId, ids)) < ids.length) {
      const problems = await this.problems(manager, eventId, questions, applicationId, answers)
      throw new Invalid(problems.length > 0 ? problems : [{ path: 'answers', code: 'forms:fileGone' }])
    }
  }

  /** Claims what the new answers of an application name, and lets go of its files that none of them names any more. */
  async exchange(
    manager: EntityManager,
    questions: readonly Question[],
    { id: applicationId, eventId }: { readonly id: string; readonly eventId: string },
    answers: Answers,
  ): Promise<void> {
    await this.claim(manager, eventId, questions, applicationId, answers)
    const named = Object.values(answers).filter((answer) => typeof answer === 'string' && isId(answer))
    await this.files.release(manager, applicationId, named.flat(), await this.clock.now(manager))
  }

  ofApplication(applicationId: string): Promise<readonly AnswerFile[]> {
    return this.files.ofApplication(applicationId)
  }

  /** A file of this application with its bytes. Throws NotFound. */
  async read(applicationId: string, fileId: string): Promise<{ readonly file: AnswerFile; readonly bytes: Buffer }> {
    const file = (await this.files.ofApplication(applicationId)).find(({ id }) => id === fileId)
    if (!file) throw new NotFound()
    return { file, bytes: await this.bytes.read(file.id) }
  }
}

/** Whether answers name any files at all; most forms ask for none. */
export function fileIds(questions: readonly Question[], answers: Answers): string[] {
  const named = questions.flatMap(({ id, type }) => (type === 'file' ? (answers[id] ?? []) : []))
  return [...new Set(named)]
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

function problemOf(question: Question, file: AnswerFile | 'twice' | undefined, applicationId: string | null): FieldError | undefined {
  const path = `answers.${question.id}`
  if (file === undefined) return { path, code: 'forms:fileGone' }
  if (file === 'twice' || (file.applicationId !== null && file.applicationId !== applicationId)) return { path, code: 'forms:fileUsed' }
  return misfit(question, file, path)
}

/** What is wrong with a file as an answer to this question. */
export function misfit({ settings }: Question, file: Pick<AnswerFile, 'kind' | 'sentSize'>, path: string): FieldError | undefined {
  const { kinds = fileKinds, maxMegabytes: max = mostMegabytes } = settings
  if (!kinds.includes(file.kind)) return { path, code: `forms:fileKind.${kinds[0] ?? 'image'}` }
  return file.sentSize > max * megabyte ? { path, code: 'forms:fileTooLarge', values: { max } } : undefined
}
