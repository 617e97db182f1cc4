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

/** Written by the build of the web app: kind of page, language, tags. */
type PageLinks = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** The shell of every page: index.html of the web app, built or from the Vite server. */
@Injectable()
export class PageTemplate {
  #built: string | undefined
  #links: PageLinks | undefined

  constructor(private readonly config: TweetupConfig) {}

  async load(): Promise<string> {
    if (this.config.viteUrl !== undefined) return this.#fromVite(this.config.viteUrl)
    this.#built ??= await readBuilt('index.html', bareShell)
    return this.#built
  }

  /** Links to a page's own code, words and styles, so that they come together with the shell's and not after them. */
  async links(kind: string, locale: string): Promise<readonly string[]> {
    if (this.config.viteUrl !== undefined) return []
    this.#links ??= JSON.parse(await readBuilt('page-links.json', '{}')) as PageLinks
    return this.#links[kind]?.[locale] ?? []
  }

  async #fromVite(viteUrl: string): Promise<string> {
    const response = await fetch(`${viteUrl}/index.html`, { headers: { accept: 'text/html' } })
    return response.text()
  }
}

async function readBuilt(file: string, otherwise: string): Promise<string> {
  try {
    return await readFile(join(webFolder, file), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise
    throw error
  }
}
