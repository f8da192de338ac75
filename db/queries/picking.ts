/** What short lists to choose from are made of. */
import { query } from '../query.ts'

/** Kinds of charges that producers have been charged with, the most usual first. */
export const usedCharges = query((db, _: Record<never, never>) =>
  db
    .selectFrom('account_month as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select('a.key')
    .where('m.figure', '=', 'charges')
    .where('a.key', 'like', 'charges:%')
    .groupBy('a.key')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('a.key'),
)
