import { templateWorkbook } from '../../domain/book/template.ts'
import { PAPER_NAMES } from '../../domain/reports/paper-names.ts'
import { command, EXIT, requiredText } from './command.ts'
import { savePapers, writtenLines } from './papers.ts'

/** `template --out DIR`: an empty ledger book. */
export const templateCommand = command({
  name: 'template',
  usage: '--out DIR',
  options: { out: requiredText },
  async run(session, { out }) {
    const files = await savePapers(session, out, [
      { name: PAPER_NAMES.template, workbook: templateWorkbook() },
    ])
    session.answer({ files }, () => writtenLines(session, files).join('\n'))
    return EXIT.done
  },
})
