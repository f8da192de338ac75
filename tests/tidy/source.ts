// Source text with what is not code blanked out, so that a plain pattern cannot be fooled by a string or a
// comment. TypeScript 7 offers no parser to JavaScript; this scanner knows just enough of the language.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Source = {
  /** From the root of the repository, with forward slashes. */
  file: string
  text: string
  /** As long as the text: comments, and the insides of strings and regular expressions, are spaces. */
  code: string
  /** As long as the text: everything but comments is spaces. */
  comments: string
}

const skipped = new Set(['.git', 'node_modules', 'out', 'tmp', '.setup-lock'])
const binary = /\.(xlsx|sqlite|esep|png|ico|ttf|woff2|zip|pdf|log)(-\w+)?$/

/** Every text file of the repository; walked rather than asked of git, so that a plain copy is checked too. */
export function readSources(root: string, folder = ''): Source[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (skipped.has(entry.name) || binary.test(entry.name)) return []
    if (entry.isDirectory()) return readSources(root, file)
    return entry.isFile() ? [scan(file, readFileSync(path.join(root, file), 'utf8'))] : []
  })
}

export function isCode(file: string): boolean {
  return /\.(ts|tsx|mts|mjs)$/.test(file)
}

export function scan(file: string, text: string): Source {
  if (!isCode(file)) return { file, text, code: '', comments: '' }
  const code = text.split('')
  const comments: string[] = text.split('').map((char) => (char === '\n' ? char : ' '))
  for (const { kind, start, end } of nonCode(text)) {
    for (let at = start; at < end; at++) {
      if (kind === 'comment') comments[at] = text.charAt(at)
      const quote = kind === 'text' && (at === start || at === end - 1)
      if (text[at] !== '\n' && !quote) code[at] = ' '
    }
  }
  return { file, text, code: code.join(''), comments: comments.join('') }
}

type Span = { kind: 'comment' | 'text'; start: number; end: number }

function* nonCode(text: string): Generator<Span> {
  // Depth of braces inside each template literal that is open around the current place.
  const templates: number[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    const depth = templates.at(-1)
    let span: Span | undefined
    if (text.startsWith('//', at)) span = { kind: 'comment', start: at, end: indexOr(text, '\n', at) }
    else if (text.startsWith('/*', at))
      span = { kind: 'comment', start: at, end: indexOr(text, '*/', at) + 2 }
    else if (char === "'" || char === '"') span = { kind: 'text', start: at, end: endOfString(text, at) }
    else if (char === '/' && startsRegex(text, at))
      span = { kind: 'text', start: at, end: endOfRegex(text, at) }
    else if (char === '`' || (char === '}' && depth === 0)) {
      if (char === '}') templates.pop()
      const end = endOfTemplatePiece(text, at)
      if (text.startsWith('${', end - 2)) templates.push(0)
      span = { kind: 'text', start: at, end }
    } else if (depth !== undefined && char === '{') templates[templates.length - 1] = depth + 1
    else if (depth !== undefined && char === '}') templates[templates.length - 1] = depth - 1
    if (span) yield span
    at = span ? span.end : at + 1
  }
}

function indexOr(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from)
  return found === -1 ? text.length : found
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[start]) return at + 1
    else if (text[at] === '\n') return at
  }
  return text.length
}

/** Up to and with the closing quote, or the opening of a placeholder. */
function endOfTemplatePiece(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '`') return at + 1
    else if (text.startsWith('${', at)) return at + 2
  }
  return text.length
}

/** After a value a slash divides; at the start of an expression it opens a regular expression. */
function startsRegex(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start).trimEnd()
  if (text[start + 1] === '>') return false
  return (
    before === '' ||
    /[(,=:[!&|?{};+*%~^>-]$/.test(before) ||
    /\b(return|typeof|case|in|of|yield|await)$/.test(before)
  )
}

function endOfRegex(text: string, start: number): number {
  let inClass = false
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if ((char === '/' && !inClass) || char === '\n') return at + 1
  }
  return text.length
}
