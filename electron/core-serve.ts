/** The core beside a window: the ledger of the program's folder, and the procedures served to every page that comes. */
import path from 'node:path'
import { systemClock } from '../app/clock.ts'
import type { Files } from '../app/context.ts'
import { openCore } from '../app/core.ts'
import { wrappedPort } from '../app/rpc/port.ts'
import { servePort } from '../app/rpc/port-server.ts'
import { router } from '../app/rpc/router.ts'
import { MainLink } from './main-link.ts'

/** @param home the program's own folder. @param demo opens the invented association first. */
export function serve(home: string, demo: boolean): void {
  const link: MainLink = new MainLink({
    // A page that comes sooner waits: it would be told that there is no ledger.
    page: (port) => void opened.then(({ context }) => servePort(wrappedPort(port), router, context)),
    stop: () => void opened.then((core) => core.close()).finally(() => process.exit()),
  })
  const opened = openCore({
    home,
    demo,
    clock: systemClock(),
    jobs: link.jobs(),
    files: filesThrough(link),
    printer: { pdf: async (html) => (await link.ask({ what: 'pdf', html })) as Uint8Array },
  })
}

/** Papers are shown at once, as they would come out of a printer; everything else is given a place by the user. */
function filesThrough(link: MainLink): Files {
  return {
    async give({ name, bytes }) {
      const isPaper = path.extname(name) === '.pdf'
      if (isPaper && (await link.ask({ what: 'view', name, bytes })) === true)
        return { name, href: null, saved: true }
      const saved = (await link.ask({ what: 'save', name, bytes })) as string | null
      return { name: saved ?? name, href: null, saved: saved !== null }
    },
  }
}
