/** The program of the core process: it alone opens the ledger. Its one argument says what it is started for. */
import { runInCore } from './core-command.ts'
import type { CoreTask } from './core-messages.ts'
import { serve } from './core-serve.ts'

const task = JSON.parse(process.argv[2] ?? 'null') as CoreTask
if (task.task === 'serve') serve(task.home, task.demo)
else void runInCore(task.argv, task.isTTY)
