/** Text as search and comparison see it: composed, lower case, ё as е, one space between words. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
