/** The page's own files as every shell serves them: which they are, of what type, and what the page may load. */
import path from 'node:path'

/** Styles alone may stand inline: the kit of components writes its colours so, and a style can run nothing. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
}

export const typeOfFile = (name: string): string => TYPES[path.extname(name)] ?? 'application/octet-stream'

/** The file of a path of the page; undefined for one that leads out of the folder. */
export function pageFile(root: string, pathname: string): string | undefined {
  const decoded = decode(pathname)
  // A backslash or a drive's colon is a way out on Windows, and no file of the build has one.
  if (decoded === undefined || /[\\:\0]/.test(decoded)) return undefined
  const file = path.join(root, decoded === '/' ? 'index.html' : decoded)
  return file.startsWith(root + path.sep) ? file : undefined
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
