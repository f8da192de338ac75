/** What papers have in common: head, mark, foot and the lines to sign. */
import type { PaperWords } from '../messages/paper.ts'
import type { OrganisationDetails } from './month.ts'
import type { Page } from './sheet.ts'
import type { SheetBuilder } from './sheet-builder.ts'

export interface Head {
  readonly organisation: OrganisationDetails
  readonly title: string
  /** What the paper is about in time or place; empty lines are left out. */
  readonly subtitles: readonly string[]
  /** Empty in a preview. */
  readonly seal: string
  readonly preview: boolean
}

/** Name of the organisation, title, what it is about, and the seal or the word that it is a preview. */
export function addHead(sheet: SheetBuilder, head: Head, words: PaperWords): void {
  sheet.line(organisationLine(head.organisation, words), 'note')
  sheet.line(head.title, 'title')
  for (const subtitle of head.subtitles) sheet.line(subtitle, 'subtitle')
  addMark(sheet, head.seal, head.preview, words)
  sheet.gap()
}

/** The seal stands under the title of a paper that is posted; a preview says that it is none. */
export function addMark(sheet: SheetBuilder, seal: string, preview: boolean, words: PaperWords): void {
  if (preview) sheet.line(words.common.preview, 'warning')
  else if (seal !== '') sheet.line(words.common.seal(seal), 'mark')
}

function organisationLine({ name, inn, okpo }: OrganisationDetails, words: PaperWords): string {
  return joined([name, inn && words.common.inn(inn), okpo && words.common.okpo(okpo)])
}

/** Parts with a comma between them, empty ones left out. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

export function page(
  orientation: Page['orientation'],
  about: string,
  { seal, preview }: { seal: string; preview: boolean },
  words: PaperWords,
): Page {
  const mark = preview ? words.common.preview : seal && words.common.seal(seal)
  return { orientation, footer: { left: joined([about, mark]), right: words.common.page } }
}

export interface Signer {
  readonly role: string
  readonly name: string
}

/** One line to sign a signer. */
export function addSignatures(sheet: SheetBuilder, signers: readonly Signer[]): void {
  for (const signer of signers) sheet.line(signatureLine(signer), 'signer', { height: SIGNATURE_HEIGHT })
}

/** Room for a hand above the line, in points. */
export const SIGNATURE_HEIGHT = 27

/** `Директор ____________________ / Ф. И. О. /` */
export function signatureLine({ role, name }: Signer): string {
  return `${role} ____________________${name === '' ? '' : ` / ${name} /`}`
}
