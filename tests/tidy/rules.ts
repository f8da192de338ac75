// The shape of the code as a list of rules: each takes a source and tells what it finds there.
import { functionsIn } from './functions.ts'
import { checkLayers } from './imports.ts'
import { isCode, type Source } from './source.ts'

export type Finding = { file: string; at: number; what: string }
export type Rule = { name: string; check: (source: Source) => Finding[] }

const functionLinesMax = 70
const fileLinesMax = 400
const testFileLinesMax = 600

/** The names that a pattern may be matched against, with the files it is meant for. */
function pattern(
  name: string,
  where: 'code' | 'comments' | 'text',
  banned: RegExp,
  only = (_file: string) => true,
): Rule {
  const check = (source: Source) =>
    only(source.file)
      ? [...source[where].matchAll(banned)].map((hit) => ({
          file: source.file,
          at: hit.index,
          what: `${name}: ${hit[0].trim()}`,
        }))
      : []
  return { name, check }
}

function isTest(file: string): boolean {
  return file.startsWith('tests/') || /\.test\.tsx?$/.test(file)
}

function keepsNoClock(file: string): boolean {
  return /^(domain|db)\//.test(file) && !isTest(file)
}

function linesOf(text: string): number {
  return text.split('\n').length
}

function checkFileLength({ file, text }: Source): Finding[] {
  const lines = linesOf(text.trimEnd())
  const limit = isTest(file) ? testFileLinesMax : fileLinesMax
  return isCode(file) && lines > limit
    ? [{ file, at: 0, what: `${lines} lines in a file, at most ${limit}` }]
    : []
}

function checkFunctionLength({ file, code }: Source): Finding[] {
  return functionsIn(code).flatMap(({ start, end }) => {
    const lines = linesOf(code.slice(start, end))
    return lines > functionLinesMax
      ? [{ file, at: start, what: `${lines} lines in a function, at most ${functionLinesMax}` }]
      : []
  })
}

/** A file of nothing but re-exports hides where things live. */
function checkBarrel({ file, code }: Source): Finding[] {
  const rest = code.replaceAll(/\bexport\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s*from\s*(['"])\s*\4/g, '')
  return rest.length < code.length && rest.trim() === ''
    ? [{ file, at: 0, what: 'a file of re-exports only' }]
    : []
}

const directive = /@ts-(?:ignore|expect-error|nocheck)|(?:biome-ignore|oxlint-disable|eslint-disable)[\w-]*/g

function checkSuppressions({ file, comments }: Source): Finding[] {
  return [...comments.matchAll(directive)].flatMap(({ index, 0: found }) => {
    const rest = comments.slice(index + found.length).split('\n', 1)[0] ?? ''
    return /(:|--)\s*\S.{9,}/.test(rest) ? [] : [{ file, at: index, what: `${found} without a reason` }]
  })
}

function checkSkips({ file, code, comments }: Source): Finding[] {
  return [...code.matchAll(/\b(?:test|it|describe)\.(?:skip|skipIf|runIf|todo|fails)\b/g)].flatMap(
    ({ index, 0: found }) => {
      const lineStart = code.lastIndexOf('\n', index)
      const before = code.lastIndexOf('\n', lineStart - 1)
      const near = comments.slice(Math.max(0, before), code.indexOf('\n', index))
      return near.trim() === '' ? [{ file, at: index, what: `${found} without a reason in a comment` }] : []
    },
  )
}

// A letter in brackets keeps a pattern from matching the very line that it stands on.
export const rules: Rule[] = [
  { name: 'layers', check: checkLayers },
  { name: 'file length', check: checkFileLength },
  { name: 'function length', check: checkFunctionLength },
  { name: 'barrel', check: checkBarrel },
  { name: 'suppression', check: checkSuppressions },
  { name: 'skipped test', check: checkSkips },
  pattern(
    'clock or chance',
    'code',
    /\bDate\.now\b|\bnew Date\s*(?:\(\s*\)|(?!\s*\())|\bMath\.random\b/g,
    keepsNoClock,
  ),
  pattern(
    'default export',
    'code',
    /\bexport\s+default\b|\bas\s+default\b/g,
    (file) => !/^[\w.-]+\.config\.ts$/.test(file),
  ),
  pattern('any', 'code', /(?:[:<,|&(=]|\bas)\s*any\b(?!\s*[:(.?])|\bz\.any\b/g),
  pattern('assertion by !', 'code', /[\w$)\]]!(?!=)/g, (file) => !file.endsWith('.tsx')),
  pattern('focused test', 'code', /\b(?:test|it|describe)\.only\b/g),
  pattern('module mock', 'code', /\bvi\.(?:mock|doMock|hoisted)\b/g),
  pattern(
    'Kyrgyz by Intl',
    'text',
    /(?:\bIntl\.\w+|\.toLocale\w+|\.localeCompare)\([^)\n]*['"`]k[y]\b/g,
    isCode,
  ),
  pattern('unfinished', 'text', /\b(?:TO[D]O|FIX[M]E|XX[X])\b/g),
  pattern(
    'foreign path',
    'text',
    /(?<![\w.-])\/(?:wor[k]|roo[t]|hom[e]\/\w+)\/|(?<![\w./-])share[d]\/|\b[A-Z]:\\User[s]\\/g,
  ),
  pattern('issue number', 'text', /\b(?:issue|ticket|PR)\s?#\s?\d*/gi),
  pattern('talk of sessions', 'text', /\b(?:this|previous|earlier|next) sessio[n]\b/gi),
  pattern(
    'registry host',
    'text',
    /https?:\/\/[^\s/'"]*(?:npm|registry|debian)|\bregistr[y]\.(?:npm|yarn)|\bdeb\.debia[n]\b/gi,
  ),
]
