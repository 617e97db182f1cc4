/** A setting that cannot be used. The message is one line: what is wrong, and what would be right. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Why a value cannot be used, told without its setting's name: the setting makes a ConfigError of it. */
export class WrongValue extends Error {
  override name = 'WrongValue'
}
