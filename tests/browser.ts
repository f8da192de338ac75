// The Chromium that tests run in: the machine's own where there is one, else the one that came with the packages.
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

const OWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function browserPath(): Promise<string> {
  const own = process.env['CHROMIUM_PATH'] ?? OWN.find((file) => existsSync(file))
  return own ?? (await unpackedChromium())
}

/** The package takes whatever lies unpacked in the temporary folder, so it is given one that nobody else fills. */
async function unpackedChromium(): Promise<string> {
  const folder = path.join(path.dirname(import.meta.dirname), 'node_modules', '.cache', 'esep-chromium')
  const { TMPDIR } = process.env
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
}
