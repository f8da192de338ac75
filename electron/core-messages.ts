/** What main and the core process say to each other; ports travel beside the message. */
import type { Answer } from '../app/answer.ts'

/** What only main can do for the core. */
export type Favour =
  /** Asks the user for a place and writes the file there; answers with the name it got, or null if she thought better of it. */
  | { readonly what: 'save'; readonly name: string; readonly bytes: Uint8Array }
  /** Answers with the bytes of a PDF. */
  | { readonly what: 'pdf'; readonly html: string }
  /** Shows a PDF with the system's own viewer; answers whether there is one. */
  | { readonly what: 'view'; readonly name: string; readonly bytes: Uint8Array }

export type ToCore =
  /** With a port to the page. */
  | { readonly kind: 'page' }
  /** With a port to the job's process. */
  | { readonly kind: 'job'; readonly id: number }
  | { readonly kind: 'job_ended'; readonly id: number }
  | { readonly kind: 'favour_done'; readonly id: number; readonly answer: Answer }
  /** Close the ledger and end; for a command, Ctrl+C. */
  | { readonly kind: 'stop' }

export type FromCore =
  | { readonly kind: 'start_job'; readonly id: number; readonly memory_mb: number }
  | { readonly kind: 'end_job'; readonly id: number }
  | { readonly kind: 'favour'; readonly id: number; readonly favour: Favour }
  /** A command prints. */
  | { readonly kind: 'print'; readonly to: 'stdout' | 'stderr'; readonly text: string }
  /** Nothing more will come: the ledger is closed, or the command is done. */
  | { readonly kind: 'ended'; readonly status: number }

/** How the core process is started: its only argument, as JSON. */
export type CoreTask =
  | { readonly task: 'serve'; readonly home: string; readonly demo: boolean }
  | { readonly task: 'command'; readonly argv: readonly string[]; readonly isTTY: boolean }
