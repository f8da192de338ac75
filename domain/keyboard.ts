/** What was meant by a text typed in the wrong layout: the same keys, the other letters. */
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю'

const TO_CYRILLIC = new Map([...LATIN].map((letter, index) => [letter, CYRILLIC[index] ?? letter]))
const TO_LATIN = new Map([...CYRILLIC].map((letter, index) => [letter, LATIN[index] ?? letter]))

const typed = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => keys.get(letter) ?? letter).join('')

/** The text of small letters as it is, and as the same keys would write it in the other layout. */
export function inBothLayouts(text: string): string[] {
  return [...new Set([text, typed(text, TO_CYRILLIC), typed(text, TO_LATIN)])]
}
