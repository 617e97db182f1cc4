import { Controller, Get, Header, Param } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { DrandChainInfo, DrandRound } from '#draw'
import { NotFound, Public, TrialOnly } from '../../http/index.js'
import { TrialBeacon } from './trial-beacon.js'

/** drand's HTTP protocol, as its own relays serve it. */
@ApiExcludeController()
@Public()
@TrialOnly()
@Controller('beacon')
export class TrialBeaconController {
  constructor(private readonly beacon: TrialBeacon) {}

  @Get('chains')
  async chains(): Promise<string[]> {
    return [(await this.beacon.info()).hash]
  }

  @Get('info')
  info(): Promise<DrandChainInfo> {
    return this.beacon.info()
  }

  @Get('public/latest')
  @Header('cache-control', 'no-store')
  async latest(): Promise<DrandRound> {
    return this.#round(String(await this.beacon.latestRound()))
  }

  @Get('public/:round')
  round(@Param('round') round: string): Promise<DrandRound> {
    return this.#round(round)
  }

  @Get(':chainHash/info')
  async chainInfo(@Param('chainHash') chainHash: string): Promise<DrandChainInfo> {
    await this.#checkChain(chainHash)
    return this.beacon.info()
  }

  @Get(':chainHash/public/latest')
  @Header('cache-control', 'no-store')
  async chainLatest(@Param('chainHash') chainHash: string): Promise<DrandRound> {
    await this.#checkChain(chainHash)
    return this.latest()
  }

  @Get(':chainHash/public/:round')
  async chainRound(@Param('chainHash') chainHash: string, @Param('round') round: string): Promise<DrandRound> {
    await this.#checkChain(chainHash)
    return this.#round(round)
  }

  async #checkChain(chainHash: string): Promise<void> {
    if (chainHash !== (await this.beacon.info()).hash) throw new NotFound()
  }

  async #round(number: string): Promise<DrandRound> {
    if (!/^\d{1,15}$/.test(number)) throw new NotFound()
    const round = await this.beacon.round(Number(number))
    if (round === null) throw new NotFound('draws:roundNotOut', { round: number })
    return round
  }
}
