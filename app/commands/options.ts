/** Reads the words of a command line into the typed options of a command. */
import { isCivilDate, isMonth } from '../../domain/dates.ts'
import { EsepError } from '../../domain/error.ts'

/** What follows an option: nothing (`flag`), any text, a date, a month, a whole number above 0, or one of some words. */
type OptionKind = 'flag' | 'text' | 'date' | 'month' | 'count' | readonly string[]

interface OptionSpec {
  readonly kind: OptionKind
  readonly required?: true
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

type ValueOf<K extends OptionKind> = K extends 'flag'
  ? boolean
  : K extends 'count'
    ? number
    : K extends readonly (infer Word)[]
      ? Word
      : string

/** The options as given: a flag is there or not, others are absent unless required. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [O in keyof S]: S[O] extends { required: true } | { kind: 'flag' }
    ? ValueOf<S[O]['kind']>
    : ValueOf<S[O]['kind']> | undefined
}

export interface CommandLine {
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>
}

/**
 * `--name value`, `--name=value` and flags, in any order with the operands; after `--` everything is an operand.
 * @throws EsepError `unknown_option`, `option_repeated`, `option_without_value`, `option_invalid`, `option_missing`
 */
export function readCommandLine(words: readonly string[], command: string, specs: OptionSpecs): CommandLine {
  const operands: string[] = []
  const options: Record<string, string | number | boolean | undefined> = {}
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') operands.push(...rest.splice(0))
    else if (!word.startsWith('-') || word === '-') operands.push(word)
    else {
      const [option, inline] = splitAtEquals(word)
      const name = option.slice(2)
      const spec = option.startsWith('--') && Object.hasOwn(specs, name) ? specs[name] : undefined
      if (!spec) throw new EsepError('unknown_option', { option, command })
      if (options[name] !== undefined) throw new EsepError('option_repeated', { option })
      options[name] = readValue(option, spec.kind, inline, rest)
    }
  }
  for (const [name, { kind, required }] of Object.entries(specs)) {
    if (kind === 'flag') options[name] ??= false
    if (required && options[name] === undefined)
      throw new EsepError('option_missing', { option: `--${name}`, command })
  }
  return { operands, options }
}

function splitAtEquals(word: string): [string, string | undefined] {
  const at = word.indexOf('=')
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function readValue(
  option: string,
  kind: OptionKind,
  inline: string | undefined,
  rest: string[],
): string | number | boolean {
  if (kind === 'flag') {
    if (inline !== undefined) throw new EsepError('option_invalid', { option, value: inline })
    return true
  }
  // What looks like the next option is no value, unless it is joined by an equals sign.
  const value = inline ?? (rest[0]?.startsWith('--') ? undefined : rest.shift())
  if (value === undefined || value === '') throw new EsepError('option_without_value', { option })
  if (!fits(value, kind)) throw new EsepError('option_invalid', { option, value })
  return kind === 'count' ? Number(value) : value
}

function fits(value: string, kind: OptionKind): boolean {
  if (typeof kind !== 'string') return kind.includes(value)
  if (kind === 'date') return isCivilDate(value)
  if (kind === 'month') return isMonth(value)
  return kind !== 'count' || /^[1-9]\d{0,8}$/.test(value)
}
