/** Names of files that every system takes: Windows is the strictest, a memory stick the next. */
import { cleanName, cutText, uniqueNames } from './clean-text.ts'

const LONGEST = 120
/** File systems count bytes: 255 at most, and writing needs a few more for the name it has meanwhile. */
const LONGEST_BYTES = 230
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** `Расчёт-2026-09.xlsx` of `Расчёт-2026-09` and `xlsx`; a code with a slash or a colon gets a dash instead. */
export function fileName(name: string, extension: string): string {
  return `${stem(name, LONGEST - extension.length - 1)}.${extension}`
}

/** File names of one folder: those that clean to the same name, in any case, are numbered. */
export function fileNames(names: readonly string[], extension: string): string[] {
  const limit = LONGEST - extension.length - 1
  return uniqueNames(
    names.map((name) => stem(name, limit)),
    limit,
  ).map((unique) => `${unique}.${extension}`)
}

function stem(name: string, limit: number): string {
  const clean = cleanName(name.replace(/[\\/:*?"<>|]/g, '-'))
  const short = cutBytes(cutText(clean, limit), LONGEST_BYTES)
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  if (short === '') return '_'
  return RESERVED.test(short) ? `_${short.slice(0, limit - 1)}` : short
}

function cutBytes(text: string, limit: number): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += utf8Length(character)
    if (bytes > limit) break
    kept += character
  }
  return kept
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
