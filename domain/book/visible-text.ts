import { fold } from '../fold.ts'

const ORDINARY = /^[!-~Ѐ-ӿ«»№–—]*(?: [!-~Ѐ-ӿ«»№–—]+)* ?$/
const SPACES = /[^\S\n]/gu
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\ufffe\uffff]/gu

/**
 * What a person sees of a text: spaces of every kind become ordinary ones, invisible characters go, letters
 * typed in two parts (и + ˘) become one, so that equal-looking codes are equal. Line breaks stay.
 */
export function visibleText(text: string): string {
  // Nearly every cell is ordinary already, and forty thousand rows are worth a look before the work.
  if (ORDINARY.test(text)) return text.trim()
  return text
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .toWellFormed()
    .normalize('NFC')
    .trim()
}

/** For comparing words of people: case, ё/е and runs of spaces do not count. */
export function foldWord(text: string): string {
  return fold(visibleText(text))
}
