import { sentence } from '../../domain/messages/index.ts'
import { type VerifyProblem, verifyLedger } from '../verify.ts'
import { command, db, EXIT } from './command.ts'
import type { Session } from './session.ts'

/** `verify`: the whole ledger; every problem is one line of standard error. */
export const verifyCommand = command({
  name: 'verify',
  usage: '--db F [--json]',
  options: { db },
  async run(session, options) {
    const { signal } = session.io
    const problems = await session.withLedger(options.db, (ledger) => {
      session.progress.step(session.words.steps.verifying)
      return verifyLedger(ledger, signal ? { signal } : {})
    })
    for (const problem of problems) session.complain(problem, '', seqOf(problem))
    session.answer(
      { ok: problems.length === 0, problems: problems.map((problem) => jsonOf(session, problem)) },
      () => (problems.length === 0 ? session.words.verified : session.words.broken(problems.length)),
    )
    return problems.length === 0 ? EXIT.done : EXIT.refused
  },
})

const seqOf = ({ seq }: VerifyProblem): object => (seq === undefined ? {} : { seq })

function jsonOf(session: Session, problem: VerifyProblem): object {
  const { code, data } = problem
  return { code, data, ...seqOf(problem), sentence: sentence(problem, session.language) }
}
