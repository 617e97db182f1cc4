export { TweetupConfig, loadConfig } from './config.js'
export { ConfigError } from './config-error.js'
export { projectRoot } from './project-root.js'
export { makeFolder } from './make-folder.js'
