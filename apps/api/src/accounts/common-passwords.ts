/** Words that come to everybody's mind first, in English and Dutch. */
export const commonWords: ReadonlySet<string> = new Set(
  `admin administrator amsterdam baseball changeme computer dragon feyenoord football geheim geheimwachtwoord hallo hello herfst iloveyou
  ikhouvanjou internet lente letmein liverpool loveyou master mijnwachtwoord monkey mypassword nederland p@ssword p@ssw0rd passw0rd pass
  passphrase password passwordpassword princess qazwsx qazwsxedc qwerty rotterdam secret spring starwars summer sunshine superman trustno
  tweetup voetbal w@chtwoord wachtwoord wachtwoordwachtwoord welcome welkom welkomwelkom whatever winter zomer autumn`.split(/\s+/),
)

/** Rows of keys and counts; a password that is a piece of one is no secret. */
export const commonRows: readonly string[] = [
  '01234567890123456789',
  '98765432109876543210',
  '1q2w3e4r5t6y7u8i9o0p',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
