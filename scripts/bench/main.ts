// npm run bench [-- --quick]: the program against hand-made SQL and against its limits; --quick leaves the ten years out.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchBooks } from './books.ts'
import { benchScale, type Medians, type ScaleName } from './jobs.ts'
import { holds, milliseconds, type Row, tableText } from './table.ts'

const FOLDER = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'out/bench')

/** Ten times the history may cost this much more, and no more. */
const FLAT = 1.5
const FLAT_JOBS = ['J1 post a sale of 3 lines', 'J3 settle a month']

function growthOf(year: Medians, decade: Medians): Row[] {
  return FLAT_JOBS.flatMap((job) => {
    const [before, after] = [year.get(job), decade.get(job)]
    if (!before || !after) return []
    const ours = `${milliseconds(before[0])} → ${milliseconds(after[0])}`
    const raw = `${milliseconds(before[1])} → ${milliseconds(after[1])}`
    return [{ job: `${job}, W1 → W2`, ours, raw, ratio: after[0] / before[0], limit: FLAT }]
  })
}

const scales: readonly ScaleName[] = process.argv.includes('--quick') ? ['W1'] : ['W1', 'W2']
const rows: Row[] = []
const medians: Medians[] = []
for (const scale of scales) {
  process.stderr.write(`${scale}…\n`)
  const result = await benchScale(FOLDER, scale)
  rows.push(...result.rows)
  medians.push(result.medians)
}
const [year, decade] = medians
if (year && decade) rows.push(...growthOf(year, decade))
process.stderr.write('books…\n')
rows.push(...(await benchBooks(FOLDER)))
console.log(tableText(rows))
process.exitCode = rows.every(holds) ? 0 : 1
