/** Papers as files: their names, and how they get to the disk. */
import path from 'node:path'
import { fileNames } from '../../domain/reports/file-name.ts'
import type { SalesReport } from '../../domain/reports/month.ts'
import type { Workbook } from '../../domain/reports/sheet.ts'
import { writeFileWhole } from '../write-file.ts'
import { drawWorkbook } from '../xlsx.ts'
import type { Session } from './session.ts'

export interface Paper {
  /** Without the ending. */
  readonly name: string
  readonly workbook: Workbook
}

const BY: Readonly<Record<SalesReport['by'], string>> = {
  product: 'товары',
  producer: 'производители',
  category: 'категории',
  district: 'районы',
  day: 'дни',
}

/** The same in every language, as the papers themselves are: other tools find them by name (formats.md section 2). */
export const PAPER_NAMES = {
  settlement: (month: string) => `Расчёт-${month}`,
  producer: (month: string, code: string) => `Расчёт-${month}-${code}`,
  stock: (date: string, location = '') => placed(`Остатки-${date}`, location),
  count: (date: string, location = '') => placed(`Опись-${date}`, location),
  statement: (code: string, from: string, to: string) => `Акт-сверки-${code}-${from}-${to}`,
  sales: (from: string, to: string, by: SalesReport['by']) => `Продажи-${from}-${to}-${BY[by]}`,
  template: 'Книга учёта',
} as const

const placed = (name: string, location: string): string => (location === '' ? name : `${name}-${location}`)

/** Draws papers and writes each as a file of the folder. @returns where they are now. */
export async function savePapers(
  session: Session,
  folder: string,
  papers: readonly Paper[],
): Promise<string[]> {
  const names = fileNames(
    papers.map(({ name }) => name),
    'xlsx',
  )
  const written: string[] = []
  for (const [index, { workbook, name }] of papers.entries()) {
    session.progress.step(session.words.steps.drawing, index, papers.length)
    written.push(await savePaper(session, path.join(session.path(folder), names[index] ?? name), workbook))
  }
  return written
}

/** @returns where the file is now: beside its place, if that is open in another program. */
export async function savePaper(session: Session, target: string, workbook: Workbook): Promise<string> {
  session.progress.step(session.words.steps.drawing)
  return writeFileWhole(target, await drawWorkbook(workbook, { created: session.clock.now() }))
}

/** The lines that tell where files went; nothing where there are none. */
export function writtenLines(session: Session, files: readonly string[]): string[] {
  return files.map((file) => session.words.written(path.relative(session.io.cwd, file) || file))
}
