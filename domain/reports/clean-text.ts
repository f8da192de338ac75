/**
 * Text as a file can hold it. XML has no control characters, no halves of surrogate pairs and no U+FFFE; Windows
 * shows marks that turn the direction of writing as if a file had another name.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
/** Controls that XML allows, and marks of width and direction. */
const UNSEEN = /[\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Lines end in one line feed; what cannot be written is left out. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWRITABLE, '')
}

/** One line without marks that cannot be seen. */
export function cleanName(text: string): string {
  return cleanText(text).normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
}

/** Cuts at a character, never inside a surrogate pair. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
}

/**
 * Gives every name a form of its own, compared without case: the second «007» becomes «007 (2)».
 * `limit` is the length that the numbered name may have, too.
 */
export function uniqueNames(names: readonly string[], limit: number): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let candidate = name
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const ending = ` (${count})`
      candidate = `${cutText(name, limit - ending.length).trimEnd()}${ending}`
    }
    taken.add(candidate.toLowerCase())
    return candidate
  })
}
