import { Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core'
import { AccessGuard } from './access.guard.js'
import { AccessRegistry } from './access-registry.js'
import { DirectAnswers } from './direct-answers.js'
import { HealthController } from './health.controller.js'
import { Housekeeping } from './housekeeping.js'
import { Idempotency } from './idempotency/idempotency.js'
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js'
import { KeptAnswers } from './kept/kept-answers.js'
import { PublicData } from './kept/public-data.js'
import { PageRenderer } from './pages/page-renderer.js'
import { PageTemplate } from './pages/page-template.js'
import { PagesController } from './pages/pages.controller.js'
import { ProblemFilter } from './problem.filter.js'
import { RateLimiter } from './rate-limiter.js'
import { validationPipe } from './validation.js'

@Global()
@Module({
  controllers: [HealthController, PagesController],
  providers: [
    AccessRegistry,
    DirectAnswers,
    Housekeeping,
    Idempotency,
    KeptAnswers,
    PageRenderer,
    PageTemplate,
    PublicData,
    RateLimiter,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [AccessRegistry, DirectAnswers, Idempotency, KeptAnswers, PageRenderer, PageTemplate, PublicData, RateLimiter],
})
export class HttpModule {}
