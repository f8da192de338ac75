import { describe, expect, it } from 'vitest'
import { EsepError } from '../error.ts'
import { parseDocument } from './parse.ts'
import type { DocumentInput } from './registry.ts'

const head = { id: 'a', date: '2026-03-01' }
const line = { product: 1, quantity_milli: 1000 }
const sale = { ...head, kind: 'sale', location: 1, lines: [line] }
const back = { ...head, kind: 'customer_return', lines: [{ sale: 1, product: 1, quantity_milli: 1000 }] }

function refusalOf(input: object): unknown {
  try {
    parseDocument(input as DocumentInput)
  } catch (error) {
    if (error instanceof EsepError) return [error.code, error.data, error.line]
    throw error
  }
  return 'taken'
}

describe('an input from outside', () => {
  it.each([
    ['a sale', sale, 'taken'],
    ['no kind', head, ['invalid_input', { path: 'kind', problem: 'undefined' }, undefined]],
    [
      'a kind that is a member of every object',
      { ...sale, kind: 'toString' },
      ['invalid_input', { path: 'kind', problem: 'toString' }, undefined],
    ],
    [
      'a price of 2^53',
      { ...sale, lines: [line, { ...line, price_tyiyn: 2 ** 53 }] },
      ['amount_too_large', { value: '9007199254740992' }, 2],
    ],
    [
      'a price without end',
      { ...sale, lines: [{ ...line, price_tyiyn: Number.POSITIVE_INFINITY }] },
      ['amount_too_large', { value: 'Infinity' }, 1],
    ],
    [
      'a sum of −2^53',
      { ...head, kind: 'charge', lines: [{ producer: 1, what: 'x', amount_tyiyn: -(2 ** 53) }] },
      ['amount_too_large', { value: '-9007199254740992' }, 1],
    ],
    ['half a tyiyn', { ...sale, lines: [{ ...line, price_tyiyn: 0.5 }] }, ['not_whole', { value: '0.5' }, 1]],
    [
      '2^53 inside a union',
      { ...back, lines: [{ ...back.lines[0], quantity_milli: 2 ** 53 }] },
      ['amount_too_large', { value: '9007199254740992' }, 1],
    ],
    [
      'a day that never was',
      { ...sale, date: '2026-02-30' },
      ['invalid_date', { date: '2026-02-30' }, undefined],
    ],
    ['no lines', { ...sale, lines: [] }, ['no_lines', { kind: 'sale' }, undefined]],
    [
      'too many lines',
      { ...sale, lines: Array.from({ length: 5001 }, () => line) },
      ['too_many_lines', { kind: 'sale', most: 5000 }, undefined],
    ],
    [
      'a long number of a paper',
      { ...sale, paperNumber: 'x'.repeat(201) },
      ['text_too_long', { heading: 'paperNumber', limit: 200 }, undefined],
    ],
    [
      'a word for a number',
      { ...sale, lines: [{ ...line, quantity_milli: 'десять' }] },
      ['invalid_input', { path: 'lines.0.quantity_milli', problem: 'десять' }, 1],
    ],
  ])('%s', (_, input, expected) => {
    expect(refusalOf(input)).toEqual(expected)
  })
})
