/** What the chain may hold: integers, strings, lists and objects of them. Absent keys are left out. */
export type Canonical =
  | string
  | number
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined }

/**
 * JSON with sorted keys and no spaces: the same content gives the same text, so it can be hashed and compared.
 * @throws TypeError for anything but integers, strings, lists and objects.
 */
export function canonical(value: Canonical): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not an integer: ${value}`)
    return String(value)
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const parts: string[] = []
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(item)}`)
  }
  return `{${parts.join(',')}}`
}

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value)
