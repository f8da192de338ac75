import { posix } from 'node:path'
import { builtInFormat, GENERAL, type NumberFormat, numberFormat } from '../../domain/book/number-format.ts'
import { EsepError } from '../../domain/error.ts'
import { prefixedAttribute, readXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/** An .xlsx opened for reading: what its sheets share, and where each of them stands. */
export interface Workbook {
  readonly zip: Zip
  readonly date1904: boolean
  readonly sheets: readonly WorkbookSheet[]
  /** By style number of a cell. */
  readonly formats: readonly NumberFormat[]
  /** By index of a cell. */
  readonly strings: readonly string[]
}

export interface WorkbookSheet {
  readonly name: string
  readonly part: string
}

/** @throws EsepError `not_a_workbook` for a zip of something else, and as {@link openZip} and {@link readXml}. */
export async function openWorkbook(file: string, bytes: Uint8Array): Promise<Workbook> {
  const zip = await openZip(file, bytes)
  const main = await mainPart(zip)
  const relations = await readRelations(zip, main)
  const { date1904, sheets } = await readSheets(zip, main, relations)
  const part = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target
  return {
    zip,
    date1904,
    sheets,
    formats: await readFormats(zip, part('styles')),
    strings: await readStrings(zip, part('sharedStrings')),
  }
}

/** An absent part of shared strings is told where a cell needs it: many programs write none. */
async function readStrings(zip: Zip, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined || !zip.has(part)) return strings
  const collector = textCollector()
  await readXml(zip, part, {
    open(name) {
      if (name === 'si') collector.start()
      else collector.open(name)
    },
    close(name) {
      if (name === 'si') strings.push(collector.end())
      else collector.close(name)
    },
    text: collector.text,
  })
  return strings
}

async function readFormats(zip: Zip, part: string | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = []
  if (part === undefined || !zip.has(part)) return formats
  const own = new Map<number, NumberFormat>()
  let inCells = false
  await readXml(zip, part, {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') own.set(id, numberFormat(attributes.formatCode ?? ''))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

export function formatOf(workbook: Workbook, style: string | undefined): NumberFormat {
  return workbook.formats[Number(style ?? 0)] ?? GENERAL
}

interface Relation {
  /** The last word of its type: `worksheet`, `styles`, … */
  readonly type: string
  readonly target: string
}

async function readRelations(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const folder = posix.dirname(part)
  const own = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!zip.has(own)) return relations
  await readXml(zip, own, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return
      relations.set(id, {
        type: posix.basename(type),
        target: posix.join(target.startsWith('/') ? '' : folder, `./${target}`),
      })
    },
  })
  return relations
}

async function mainPart(zip: Zip): Promise<string> {
  const relations = await readRelations(zip, '')
  const main = [...relations.values()].find((relation) => relation.type === 'officeDocument')?.target
  // A document of Word is a zip of the same kind, and .xlsb holds no XML.
  if (main === undefined || !/\.xml$/i.test(main) || !zip.has(main))
    throw new EsepError('not_a_workbook', { file: zip.file })
  return main
}

async function readSheets(
  zip: Zip,
  part: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ date1904: boolean; sheets: WorkbookSheet[] }> {
  const sheets: WorkbookSheet[] = []
  let date1904 = false
  let isWorkbook = false
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(prefixedAttribute(attributes, 'id') ?? '')
      // Sheets of charts and dialogs hold no cells.
      if (relation && relation.type !== 'worksheet') return
      if (!relation) throw new EsepError('workbook_damaged', { file: zip.file, part })
      sheets.push({ name: attributes.name ?? '', part: relation.target })
    },
  })
  if (!isWorkbook) throw new EsepError('not_a_workbook', { file: zip.file })
  return { date1904, sheets }
}

/** Gathers the runs of a rich text; readings for East Asian scripts (rPh) stand beside the text, not in it. */
export interface TextCollector {
  start(): void
  open(name: string): void
  text(text: string): void
  close(name: string): void
  /** The text, with the characters that XML cannot hold put back. */
  end(): string
}

export function textCollector(): TextCollector {
  let collected = ''
  let inText = false
  let inReading = false
  return {
    start() {
      collected = ''
      inText = false
      inReading = false
    },
    open(name) {
      if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    text(text) {
      if (inText) collected += text
    },
    close(name) {
      if (name === 'rPh') inReading = false
      else if (name === 't') inText = false
    },
    end: () => unescapeText(collected),
  }
}

/** Excel writes a line feed of Windows as _x000D_, and a literal _x000D_ as _x005F_x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
