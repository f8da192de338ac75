/** Loaded before a program that is measured: when it ends, it writes down the most memory it has held. */
import { writeFileSync } from 'node:fs'

const folder = process.env['ESEP_BENCH_PEAKS']
if (folder !== undefined) {
  process.on('exit', () => writeFileSync(`${folder}/${process.pid}`, String(process.resourceUsage().maxRSS)))
}
