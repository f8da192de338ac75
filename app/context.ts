/** What the core has of the world: made once by each shell, and handed to every call. */
import type { Desk } from './desk.ts'
import type { Jobs } from './jobs.ts'
import type { Actor, Clock } from './ledger.ts'
import type { Log } from './log.ts'
import type { Uploads } from './uploads.ts'

/** A file that the program made for the user. */
export interface MadeFile {
  /** As it is offered to be saved, without a folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface GivenFile {
  readonly name: string
  /** Where the page fetches it, once; null where the shell has already asked for a place and saved it. */
  readonly href: string | null
  /** False where the user was asked for a place and thought better of it. */
  readonly saved: boolean
}

export interface Files {
  /** Hands a made file to the user; the page never names a path. */
  give(file: MadeFile): Promise<GivenFile>
}

interface Printer {
  /** @throws EsepError `no_pdf` where the shell has no browser engine of its own. */
  pdf(html: string): Promise<Uint8Array>
}

/** All that differs between the shells. */
export interface Ports {
  readonly clock: Clock
  readonly jobs: Jobs
  readonly files: Files
  readonly printer: Printer
  readonly log: Log
}

/** Who may do what: the bookkeeper everything, the chair looks and reopens months, a viewer looks. */
export type Role = 'viewer' | 'chair' | 'bookkeeper'

export interface Context extends Ports {
  readonly actor: Actor
  readonly role: Role
  readonly desk: Desk
  readonly uploads: Uploads
}
