/** Papers as files: their names, and how they get to the disk. */
import path from 'node:path'
import { fileNames } from '../../domain/reports/file-name.ts'
import type { Workbook } from '../../domain/reports/sheet.ts'
import { writeFileWhole } from '../write-file.ts'
import { drawWorkbook } from '../xlsx.ts'
import type { Session } from './session.ts'

export interface Paper {
  /** Without the ending. */
  readonly name: string
  readonly workbook: Workbook
}

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
  return files.map((file) => session.words.written(session.shown(file)))
}
