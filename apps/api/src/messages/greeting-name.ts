const oneWord = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’-]{2,30}$/u
const onlyLetters = /^[\p{L}\p{M}'’ -]{1,40}$/u

/**
 * How a host addresses somebody: the first name where the script writes it first and apart, else the whole name.
 * Scripts that write the family name first, or names in two words, are left whole.
 */
export function greetingName(name: string): string {
  const [first = name, ...others] = name.split(' ')
  return others.length > 0 && oneWord.test(first) ? first : name
}

/**
 * The name for a mail to an address that nobody has confirmed yet, or '' when it is more than letters: whoever typed the address
 * also typed the name, and must not be able to send a stranger a message of their own.
 */
export function unconfirmedName(name: string): string {
  return onlyLetters.test(name) ? name : ''
}
