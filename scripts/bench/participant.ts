import type { NewSale } from './workload.ts'

type Answer<T> = T | Promise<T>

/** One program that can do the jobs. */
export interface Participant {
  postSale(sale: NewSale): Answer<unknown>
  importSales(sales: readonly NewSale[]): Answer<unknown>
  settle(month: number): Answer<unknown>
  stockNow(): Answer<readonly unknown[]>
  stockAsOf(day: number): Answer<readonly unknown[]>
  statement(producer: number, month: number): Answer<{ readonly rows: readonly unknown[] }>
  search(text: string): Answer<readonly unknown[]>
  close(): Answer<void>
}
