/** Lies told in the central directory of a zip. */
const ENTRY = 0x02014b50
const FIELDS = { encrypted: [8, 2], checksum: [16, 4], size: [24, 4] } as const

/** Writes a field of every entry of the directory. */
export function setEachEntry(zip: Uint8Array, field: keyof typeof FIELDS, value: number): Uint8Array {
  const bytes = Buffer.from(zip)
  const [offset, length] = FIELDS[field]
  for (let at = 0; at < bytes.length - 46; at++) {
    if (bytes.readUInt32LE(at) === ENTRY) bytes.writeUIntLE(value, at + offset, length)
  }
  return bytes
}

/** The zip up to its directory. */
export function withoutEnd(zip: Uint8Array): Uint8Array {
  const directory = Buffer.from(zip).indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  return zip.slice(0, directory)
}
