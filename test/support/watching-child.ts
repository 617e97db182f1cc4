/** A process of its own that watches <folder>/sources as `npm run dev` does, because Vite does not run inside Jest. */
import { basename, join } from 'node:path'
import { createServer } from 'vite'
import { watchSources } from '../../apps/cli/dev/watch-sources.js'
import { waitFor } from './wait-for.js'

const [folder = ''] = process.argv.slice(2)
const sources = join(folder, 'sources')
const vite = await createServer({
  root: join(folder, 'pages'),
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, ws: false },
})
watchSources(vite.watcher, [sources], (file) => process.send?.(basename(file)))
await waitFor(() => vite.watcher.getWatched()[sources]?.includes('thing.ts'))
process.send?.('ready')
