import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.js'
import { loadConfig } from './config/config.js'
import { describeApi } from './http/api-docs.js'

/** Writes the description of the API to a file. Needs no database: nothing is started. */
export async function writeOpenApi(path: string): Promise<void> {
  const config = loadConfig({ SECRET_KEY: 'the description of the API holds no secret' })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error'],
  })
  await writeFile(path, `${JSON.stringify(describeApi(app), null, 2)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2]
  if (path === undefined) throw new Error('Say where to write the description of the API: node openapi.js <file>')
  await writeOpenApi(path)
}
