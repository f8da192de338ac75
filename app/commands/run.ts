/** The command line: from words to an exit status. */
import { isCivilDate, isMonth } from '../../domain/dates.ts'
import { EsepError } from '../../domain/error.ts'
import type { Language } from '../../domain/format.ts'
import { COMMON_OPTIONS, type Command, EXIT, type OperandKind } from './command.ts'
import { helpText } from './help.ts'
import { readCommandLine } from './options.ts'
import { COMMANDS } from './registry.ts'
import { type CommandIo, Session } from './session.ts'

/**
 * Runs one command; everything it says goes to `io`, nothing is thrown.
 * @returns 0 done, 1 refused, 2 wrong usage.
 */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  let session = new Session(io, hintsOf(argv))
  try {
    const [name = '', ...words] = argv
    if (HELP.has(name) || name === '') {
      session.answer({}, () =>
        helpText(
          session.words,
          words.find((word) => !word.startsWith('-')),
        ),
      )
      return name === '' ? EXIT.usage : EXIT.done
    }
    const command = COMMANDS.find((each) => each.name === name)
    if (!command) throw new EsepError('unknown_command', { command: name })
    if (words.some((word) => HELP.has(word) && word.startsWith('-'))) {
      session.answer({}, () => helpText(session.words, name))
      return EXIT.done
    }
    const { operands, options } = readCommandLine(words, name, { ...command.options, ...COMMON_OPTIONS })
    checkOperands(command, operands)
    session = new Session(io, { ...hintsOf(argv), today: todayOf(options['today'], io) })
    return await command.run(session, options, operands)
  } catch (error) {
    return session.refuse(error)
  } finally {
    session.progress.clear()
  }
}

const HELP = new Set(['help', '--help', '-h'])

/** How to speak is needed before the words are understood: a wrong option is told in the right language. */
function hintsOf(argv: readonly string[]): { json: boolean; language?: Language } {
  const asked = argv.flatMap((word, at) =>
    word === '--lang' ? [argv[at + 1]] : word.startsWith('--lang=') ? [word.slice(7)] : [],
  )
  const language = (['ru', 'ky', 'en'] as const).find((each) => asked.includes(each))
  return { json: argv.includes('--json'), ...(language === undefined ? {} : { language }) }
}

/** The day is set for tests, by an option or for a whole script of commands. */
function todayOf(option: unknown, io: CommandIo): string | undefined {
  const day = typeof option === 'string' ? option : io.env['ESEP_TODAY']
  if (day === undefined || day === '') return undefined
  if (!isCivilDate(day)) throw new EsepError('option_invalid', { option: 'ESEP_TODAY', value: day })
  return day
}

/** As the usage lines call them. */
const OPERANDS: Readonly<Record<Exclude<OperandKind, 'none'>, string>> = {
  month: 'MONTH',
  producer: 'PRODUCER',
  books: 'BOOK',
  copy: 'BACKUP',
}

function checkOperands({ name, operand }: Command, operands: readonly string[]): void {
  const most = operand === 'none' ? 0 : operand === 'books' ? Number.POSITIVE_INFINITY : 1
  const extra = operands[most]
  if (extra !== undefined) throw new EsepError('operand_extra', { operand: extra, command: name })
  if (operand === 'none') return
  const [first] = operands
  if (first === undefined || first === '')
    throw new EsepError('operand_missing', { operand: OPERANDS[operand], command: name })
  if (operand === 'month' && !isMonth(first))
    throw new EsepError('operand_invalid', { operand: OPERANDS[operand], value: first })
}
