import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { EsepError } from '../../domain/error.ts'
import { MOST_XML_DEPTH } from './limits.ts'
import type { Zip } from './zip.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: `<x:row>` is a row as `<row>` is. */
export interface XmlVisitor {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Streams a part of a workbook as XML.
 * @throws EsepError `workbook_damaged` for a part that is absent, not well-formed, not UTF-8 or UTF-16, or that has a DOCTYPE:
 *   no workbook needs one, and entities are how XML bombs are built.
 */
export async function readXml(zip: Zip, part: string, visitor: XmlVisitor): Promise<void> {
  const damaged = () => new EsepError('workbook_damaged', { file: zip.file, part })
  const parser = parserOf(visitor, damaged)
  let decoder: TextDecoder | undefined
  const write = (chunk: Uint8Array | undefined) => {
    try {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      parser.write(decoder.decode(chunk, { stream: chunk !== undefined }))
    } catch (error) {
      throw error instanceof EsepError ? error : damaged()
    }
  }
  await zip.read(part, write)
  write(undefined)
  try {
    parser.close()
  } catch (error) {
    throw error instanceof EsepError ? error : damaged()
  }
}

const XML_OPTIONS = { xmlns: false, position: false } as const

function encodingOf(chunk: Uint8Array | undefined): string {
  if (chunk?.[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  return chunk?.[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function parserOf(visitor: XmlVisitor, damaged: () => EsepError): SaxesParser<typeof XML_OPTIONS> {
  const parser = new SaxesParser<typeof XML_OPTIONS>(XML_OPTIONS)
  let depth = 0
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MOST_XML_DEPTH) throw damaged()
    visitor.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    visitor.close?.(localName(tag.name))
  })
  if (visitor.text) {
    parser.on('text', (text) => visitor.text?.(text))
    parser.on('cdata', (text) => visitor.text?.(text))
  }
  parser.on('doctype', () => {
    throw damaged()
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?(?:8|16)$/i.test(encoding)) throw damaged()
  })
  return parser
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute by its name without a prefix, such as the id of `r:id` and of `d3p1:id`. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((attribute) => attribute.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}
