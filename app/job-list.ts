/**
 * Every job by name. Each is a module of its own that is loaded only in the process that runs it, and exports `run`, a pure
 * function of JSON and bytes.
 */
export const JOBS = {
  read_book: () => import('./import/read-job.ts'),
  mark_book: () => import('./import/mark-job.ts'),
  draw_workbook: () => import('./draw-job.ts'),
}

export type JobName = keyof typeof JOBS
type JobModule<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>
export type JobInput<N extends JobName> = Parameters<JobModule<N>['run']>[0]
export type JobOutput<N extends JobName> = Awaited<ReturnType<JobModule<N>['run']>>
