import type { Plugin } from 'vite'

/** The two faces that the first screen is set in; the rest of the alphabets load when a name needs them. */
const firstFonts = ['bricolage-grotesque-latin-standard-normal', 'hanken-grotesk-latin-wght-normal']

/** Asks for the first fonts together with the script, so that the title is not set twice. */
export function preloadFonts(): Plugin {
  return {
    name: 'tweetup:preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFonts.some((font) => file.includes(font)))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  }
}
