/** Names of sheets as Excel takes them: ≤ 31 characters, no []:*?/\, no apostrophes, one of each. */
import { cleanName, cutText, uniqueNames } from './clean-text.ts'

const LONGEST = 31

export function sheetNames(names: readonly string[]): string[] {
  return uniqueNames(names.map(sheetName), LONGEST)
}

function sheetName(name: string): string {
  // An apostrophe is allowed inside a name but breaks the print areas that name the sheet, so none is kept.
  const clean = cleanName(name.replace(/[[\]:*?/\\]/g, '-').replace(/'/g, '’'))
  const short = cutText(clean, LONGEST).trim()
  if (short === '') return 'Лист'
  // Excel keeps «History» for itself.
  return short.toLowerCase() === 'history' ? `${short}_` : short
}
