import { command, db, EXIT } from './command.ts'
export const demoCommand = command({
  name: 'demo',
  usage: '',
  options: { db },
  async run() {
    return EXIT.done
  },
})
