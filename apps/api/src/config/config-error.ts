/** A setting that cannot be used. The message is one line: what is wrong, and what would be right. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}
