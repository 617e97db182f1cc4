import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Injectable } from '@nestjs/common'
import { TweetupConfig } from '../../config/config.js'
import { projectRoot } from '../../config/project-root.js'

/** The shell when the web app is not built, as in tests of the API: the page's head and data, without its looks. */
const bareShell = `<!doctype html>
<html lang="__LANG__" __HTML_ATTRIBUTES__>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <!--head-->
  </head>
  <body>
    <div id="root"></div>
    <!--page-data-->
  </body>
</html>
`

/** Where the built web app lies. */
export const webFolder = join(projectRoot(), 'dist/web')

/** The shell of every page: index.html of the web app, built or from the Vite server. */
@Injectable()
export class PageTemplate {
  #built: string | undefined

  constructor(private readonly config: TweetupConfig) {}

  async load(): Promise<string> {
    if (this.config.viteUrl !== undefined) return this.#fromVite(this.config.viteUrl)
    this.#built ??= await readBuilt()
    return this.#built
  }

  async #fromVite(viteUrl: string): Promise<string> {
    const response = await fetch(`${viteUrl}/index.html`, { headers: { accept: 'text/html' } })
    return response.text()
  }
}

async function readBuilt(): Promise<string> {
  try {
    return await readFile(join(webFolder, 'index.html'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return bareShell
    throw error
  }
}
