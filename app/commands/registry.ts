/** Every command, in the order the help lists them. */
import { backupCommand } from './backup.ts'
import { bookCommand } from './book.ts'
import { closeCommand } from './close.ts'
import type { Command } from './command.ts'
import { demoCommand } from './demo.ts'
import { importCommand } from './import.ts'
import { initCommand } from './init.ts'
import { reopenCommand } from './reopen.ts'
import { restoreCommand } from './restore.ts'
import { salesCommand } from './sales.ts'
import { settleCommand } from './settle.ts'
import { statementCommand } from './statement.ts'
import { stockCommand } from './stock.ts'
import { templateCommand } from './template.ts'
import { verifyCommand } from './verify.ts'

export const COMMANDS: readonly Command[] = [
  initCommand,
  templateCommand,
  importCommand,
  settleCommand,
  closeCommand,
  reopenCommand,
  stockCommand,
  statementCommand,
  salesCommand,
  bookCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  demoCommand,
]
