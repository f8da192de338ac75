// What crosses between processes and worlds, as text: like structured clone, as far as this program uses it.

export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

/** Stands on its own: its source is put into the page as well. */
export function makeCodec(): Codec {
  const mark = '\u0001'
  const pack = (value: unknown): unknown => {
    if (value === undefined) return [mark, 'undefined']
    if (typeof value === 'number' && !Number.isFinite(value)) return [mark, 'number', String(value)]
    if (typeof value === 'bigint') return [mark, 'bigint', String(value)]
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.')
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return [mark, 'array', value.map(pack)]
    if (value instanceof Date) return [mark, 'date', value.getTime()]
    if (value instanceof Uint8Array) return [mark, 'bytes', Array.from(value)]
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]))
  }
  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each)]))
    const [, kind, held] = value
    if (kind === 'number') return Number(held)
    if (kind === 'bigint') return BigInt(held)
    if (kind === 'array') return held.map(unpack)
    if (kind === 'date') return new Date(held)
    if (kind === 'bytes') return Uint8Array.from(held)
    return undefined
  }
  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}
