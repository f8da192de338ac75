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
  let text = ''
  if (isList(value)) {
    for (const item of value) text += text === '' ? canonical(item) : `,${canonical(item)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(item)}`
  }
  return `{${text}}`
}

/** Names of fields with their quotes: few, and written in every entry. */
const names = new Map<string, string>()

function quoted(name: string): string {
  let text = names.get(name)
  if (text === undefined) {
    text = JSON.stringify(name)
    names.set(name, text)
  }
  return text
}

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value)
