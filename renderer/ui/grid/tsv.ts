/** Blocks of cells as Excel and LibreOffice put them on the clipboard: tabs, lines, quotes where they are needed. */
export function parseTsv(text: string): string[][] {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const cell = readCell(body, at)
    row.push(cell.text)
    at = cell.end
    if (body[at] === '\t') at += 1
    else {
      rows.push(row)
      row = []
      if (at >= body.length) return rows
      at += 1
    }
  }
}

/** A quote opens a cell only at its start: `Мыло 3"` is plain text. */
function readCell(body: string, start: number): { text: string; end: number } {
  if (body[start] !== '"') {
    const rest = /[^\t\n]*/y
    rest.lastIndex = start
    const text = rest.exec(body)?.[0] ?? ''
    return { text, end: start + text.length }
  }
  const quoted = /"((?:[^"]|"")*)"?[^\t\n]*/y
  quoted.lastIndex = start
  const match = quoted.exec(body)
  return { text: (match?.[1] ?? '').replaceAll('""', '"'), end: start + (match?.[0].length ?? 1) }
}

export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quote).join('\t')).join('\r\n')
}

const quote = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
