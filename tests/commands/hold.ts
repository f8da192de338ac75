// Opens a ledger and keeps it until standard input ends: what the app does while somebody works in it.
import { systemClock } from '../../app/clock.ts'
import { closeLedger, openLedger } from '../../app/ledger.ts'

const ledger = await openLedger(process.argv[2] ?? '', systemClock())
process.stdout.write('held\n')
process.stdin.resume()
process.stdin.on('end', () => void closeLedger(ledger))
