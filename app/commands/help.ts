import { EsepError } from '../../domain/error.ts'
import { COMMON_OPTIONS } from './command.ts'
import { COMMANDS } from './registry.ts'
import type { CommandWords, OptionName } from './words.ts'

/** All commands, or one with its options. @throws EsepError `unknown_command` */
export function helpText(words: CommandWords, name?: string): string {
  if (name === undefined || name === 'help') return overview(words)
  const command = COMMANDS.find((each) => each.name === name)
  if (!command) throw new EsepError('unknown_command', { command: name })
  const own = Object.keys(command.options)
  const common = Object.keys(COMMON_OPTIONS)
  return [
    `esep ${command.name} ${command.usage}`,
    '',
    words.about[command.name],
    '',
    ...listing([...own, ...common].map((option) => [`--${option}`, words.options[option as OptionName]])),
    '',
    words.help.exit,
  ].join('\n')
}

function overview({ help, about }: CommandWords): string {
  return [help.title, '', ...listing(COMMANDS.map(({ name }) => [name, about[name]])), '', help.more].join(
    '\n',
  )
}

function listing(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
