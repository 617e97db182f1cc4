import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { offlineWorker } from './vite/offline-worker.js'
import { pageLinks } from './vite/page-links.js'
import { preloadFonts } from './vite/preload-fonts.js'

const publicHelpers =
  /apps\/web\/src\/lib\/(api\/(client|problem)|page-data|theme|time|use-(now|refresh|resource|title)|own-ticket|storage|handle-address)\.ts|react-dom\/index|Icon(Check|Mail|ArrowRight|Loader|ShieldCheck|Download|Copy)\.mjs/

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), preloadFonts(), pageLinks(), offlineWorker()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // The style policy allows files of our own only, so nothing may be folded into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // Helpers that every public page needs would become a dozen tiny files; on a phone each costs a round trip.
        codeSplitting: { groups: [{ name: 'shared', test: publicHelpers, minShareCount: 2 }] },
      },
    },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  // Workers are not found from the page; what they import would be prepared, and the page loaded anew, in the middle of a check.
  optimizeDeps: { entries: ['index.html', 'src/**/*-worker.ts'] },
})
