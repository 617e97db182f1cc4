import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { PersonalPages } from '../applications/index.js'
import { BearerToken, PersonalToken } from '../http/index.js'
import { DropProof } from './drop-proof.js'
import { BeginProofDto, FinishProofDto, OwnHandleProofDto, ProofBeginningDto } from './dto/handle-proof.dto.js'
import type { Beginning } from './handle-connector.js'
import { HandleProofs } from './handle-proofs.js'
import { ProveHandle } from './prove-handle.js'

@ApiTags('personal page')
@ApiBearerAuth()
@PersonalToken()
@Controller('/api/me/handle-proof')
export class OwnHandleController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly proofs: HandleProofs,
    private readonly prove: ProveHandle,
    private readonly dropProof: DropProof,
  ) {}

  @ApiOperation({ summary: 'Shows what is proven of an account, and where one can be' })
  @Get()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: OwnHandleProofDto })
  show(@BearerToken() token: string): Promise<OwnHandleProofDto> {
    return this.#show(token)
  }

  @ApiOperation({
    summary: 'Begins a proof',
    description: 'The answer says where to sign in, or what to put into a profile or page before it is checked.',
  })
  @Post('beginnings')
  @HttpCode(200)
  @ApiOkResponse({ type: ProofBeginningDto })
  async begin(@BearerToken() token: string, @Body() body: BeginProofDto): Promise<ProofBeginningDto> {
    return presentBeginning(await this.prove.begin(await this.pages.holder(token), body))
  }

  @ApiOperation({ summary: 'Looks whether what was to be put into a profile or page is there' })
  @Post('checks')
  @HttpCode(200)
  @ApiOkResponse({ type: OwnHandleProofDto })
  async check(@BearerToken() token: string, @Body() body: BeginProofDto): Promise<OwnHandleProofDto> {
    await this.prove.check(await this.pages.holder(token), body)
    return this.#show(token)
  }

  @ApiOperation({
    summary: 'Finishes a proof with what a server has sent back',
    description: 'A state serves once, for the application that it was made for.',
  })
  @Post('answers')
  @HttpCode(200)
  @ApiOkResponse({ type: OwnHandleProofDto })
  async finish(@BearerToken() token: string, @Body() body: FinishProofDto): Promise<OwnHandleProofDto> {
    await this.prove.finish(await this.pages.holder(token), body)
    return this.#show(token)
  }

  @ApiOperation({ summary: 'Takes a proof back', description: 'Until the close.' })
  @Delete()
  @ApiOkResponse({ type: OwnHandleProofDto })
  async drop(@BearerToken() token: string): Promise<OwnHandleProofDto> {
    await this.dropProof.run(await this.pages.holder(token))
    return this.#show(token)
  }

  async #show(token: string): Promise<OwnHandleProofDto> {
    return this.proofs.show(await this.pages.holder(token))
  }
}

function presentBeginning(beginning: Beginning): ProofBeginningDto {
  if (beginning.kind === 'sign-in') return { kind: 'sign-in', url: beginning.url, text: null, profileUrl: null }
  return { kind: beginning.what, url: null, text: beginning.text, profileUrl: beginning.account.profileUrl }
}
