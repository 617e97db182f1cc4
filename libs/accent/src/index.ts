export { type AccentTheme, type AccentTokens, deriveAccent, grounds } from './derive-accent.js'
export { contrast } from './oklch.js'
