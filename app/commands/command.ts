/** What a command of the command line is. */

import type { OptionSpecs, OptionValues } from './options.ts'
import type { Session } from './session.ts'

export type CommandName =
  | 'init'
  | 'import'
  | 'settle'
  | 'close'
  | 'reopen'
  | 'stock'
  | 'statement'
  | 'sales'
  | 'book'
  | 'verify'
  | 'backup'
  | 'restore'
  | 'demo'
  | 'template'

/** What may stand beside the options: a month, a producer's code, files of ledger books, or a copy of a ledger. */
export type OperandKind = 'none' | 'month' | 'producer' | 'books' | 'copy'

/** Ways out of the program. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const

export interface Command {
  readonly name: CommandName
  /** As formats.md writes it, without the name. */
  readonly usage: string
  readonly operand: OperandKind
  readonly options: OptionSpecs
  /** @returns the exit status; a refusal may as well be thrown as an EsepError. */
  run(
    session: Session,
    options: Readonly<Record<string, unknown>>,
    operands: readonly string[],
  ): Promise<number>
}

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  json: { kind: 'flag' },
  lang: { kind: ['ru', 'ky', 'en'] },
  today: { kind: 'date' },
} as const satisfies OptionSpecs

export const db = { kind: 'text', required: true } as const
export const flag = { kind: 'flag' } as const
export const text = { kind: 'text' } as const
export const date = { kind: 'date' } as const
export const requiredDate = { kind: 'date', required: true } as const
export const requiredText = { kind: 'text', required: true } as const

/** Ties a command's code to the options it declares: it cannot read one that it does not take. */
export function command<const S extends OptionSpecs>(spec: {
  readonly name: CommandName
  readonly usage: string
  readonly operand?: OperandKind
  readonly options: S
  run(session: Session, options: OptionValues<S>, operands: readonly string[]): Promise<number>
}): Command {
  return {
    name: spec.name,
    usage: spec.usage,
    operand: spec.operand ?? 'none',
    options: spec.options,
    // The parser has made the options by this very specification.
    run: (session, options, operands) => spec.run(session, options as OptionValues<S>, operands),
  }
}
