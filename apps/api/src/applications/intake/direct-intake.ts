import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { TweetupConfig } from '../../config/index.js'
import { type DirectAnswer, DirectAnswers, requestKeyOf } from '../../http/index.js'
import type { SubmitApplicationDto } from '../dto/submit-application.dto.js'
import { readPlainSubmission } from '../dto/read-plain-submission.js'
import { SubmitApplication } from '../submit-application.js'

interface Params {
  readonly organization: string
  readonly event: string
}

/** Takes applications that are plainly right straight into the intake; every other goes to the controller, whose rules explain what is wrong with it. */
@Injectable()
export class DirectIntake implements OnModuleInit {
  constructor(
    private readonly config: TweetupConfig,
    private readonly answers: DirectAnswers,
    private readonly submitApplication: SubmitApplication,
  ) {}

  onModuleInit(): void {
    this.answers.serve('/api/public/:organization/:event/applications', (request) => {
      const input = readPlainSubmission(request.body)
      return input && this.#submit(request, input)
    })
  }

  async #submit(request: FastifyRequest, input: SubmitApplicationDto): Promise<DirectAnswer> {
    const { organization, event } = request.params as Params
    const sent = { ip: request.ip, requestKey: requestKeyOf(request, this.config), input }
    const { receipt, replayed } = await this.submitApplication.run(organization, event, sent)
    return { status: 201, body: JSON.stringify(receipt), ...(replayed ? { headers: { 'idempotency-replayed': 'true' } } : {}) }
  }
}
