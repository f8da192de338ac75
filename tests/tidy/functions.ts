// How long each function is, in lines. A body is found by its brackets; see the scanner for why.

type Span = { start: number; end: number }

const pairs: Record<string, string> = { '(': ')', '[': ']', '{': '}' }
const notFunctions = /\b(if|for|while|switch|catch|with|await)\s*$/
const grouping = /\bdescribe(\.\w+)*\s*\([^()]*$/

/** Every function with a block or an expression for a body; groups of tests are not counted as functions. */
export function functionsIn(code: string): Span[] {
  const found: Span[] = []
  const closers = matchBrackets(code)
  for (let at = 0; at < code.length; at++) {
    if (code.startsWith('=>', at)) {
      const before = code.slice(Math.max(0, at - 200), at)
      if (!grouping.test(before.replace(/\([^()]*\)\s*$/, '')))
        found.push({ start: at, end: endOfArrow(code, at + 2, closers) })
    }
    const close = code[at] === '(' ? closers.get(at) : undefined
    if (close === undefined || notFunctions.test(code.slice(Math.max(0, at - 20), at))) continue
    const end = closers.get(bodyAfter(code, close + 1, closers) ?? -1)
    if (end !== undefined) found.push({ start: at, end })
  }
  return found
}

function matchBrackets(code: string): Map<number, number> {
  const closers = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at)
    if (char in pairs) open.push(at)
    else if (')]}'.includes(char)) {
      const start = open.pop()
      if (start !== undefined) closers.set(start, at)
    }
  }
  return closers
}

/** The brace of the body after a parameter list, past a return type; none after a call or in a signature. */
function bodyAfter(code: string, from: number, closers: Map<number, number>): number | undefined {
  const head = /^\s*(:|\{)/.exec(code.slice(from, from + 40))
  if (!head) return undefined
  let at = from + head[0].length - 1
  if (head[1] === '{') return at
  for (at += 1; at < code.length; at++) {
    const char = code.charAt(at)
    if (char === '{' && endsType(code.slice(from, at).trimEnd())) return at
    if (char in pairs) at = closers.get(at) ?? code.length
    else if (';,)]}'.includes(char) || (char === '=' && code[at + 1] !== '>')) return undefined
    // Without semicolons a signature ends with its line, unless the type plainly goes on.
    else if (char === '\n' && endsType(code.slice(from, at).trimEnd()) && !/^\s*[|&{]/.test(code.slice(at)))
      return undefined
  }
  return undefined
}

function endsType(before: string): boolean {
  return /[\w$\])}'"`]$/.test(before) || /[^=]>$/.test(before)
}

function endOfArrow(code: string, from: number, closers: Map<number, number>): number {
  const first = from + (/^\s*/.exec(code.slice(from))?.[0].length ?? 0)
  if (code[first] === '{') return closers.get(first) ?? code.length
  for (let at = first; at < code.length; at++) {
    const char = code.charAt(at)
    if (char in pairs) at = closers.get(at) ?? code.length
    else if (';,)]}'.includes(char)) return at
    else if (char === '\n' && !/^\s*[.?:&|+*/=<>-]/.test(code.slice(at, at + 80))) return at
  }
  return code.length
}
