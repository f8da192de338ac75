/** Catalogue rows by id and whole small tables. */
import { sql } from 'kysely'
import { query } from '../query.ts'

type ById = { id: number }
type None = Record<never, never>

export const productById = query((db, p: ById) => db.selectFrom('product').selectAll().where('id', '=', p.id))
export const producerById = query((db, p: ById) =>
  db.selectFrom('producer').selectAll().where('id', '=', p.id),
)
export const locationById = query((db, p: ById) =>
  db.selectFrom('location').selectAll().where('id', '=', p.id),
)

export const partnerById = query((db, p: ById) => db.selectFrom('partner').selectAll().where('id', '=', p.id))
export const customerById = query((db, p: ById) =>
  db.selectFrom('customer').selectAll().where('id', '=', p.id),
)

export const userById = query((db, p: ById) => db.selectFrom('user').selectAll().where('id', '=', p.id))

export const allProducts = query((db, _: None) => db.selectFrom('product').selectAll().orderBy('id'))
export const allProducers = query((db, _: None) => db.selectFrom('producer').selectAll().orderBy('id'))
export const allPartners = query((db, _: None) => db.selectFrom('partner').selectAll().orderBy('id'))
export const allCustomers = query((db, _: None) => db.selectFrom('customer').selectAll().orderBy('id'))
export const allLocations = query((db, _: None) => db.selectFrom('location').selectAll().orderBy('id'))
export const allTerms = query((db, _: None) => db.selectFrom('terms').selectAll().orderBy('id'))
export const allAgreements = query((db, _: None) => db.selectFrom('agreement').selectAll().orderBy('id'))
export const allRules = query((db, _: None) => db.selectFrom('rule').selectAll().orderBy('id'))
export const allSettings = query((db, _: None) => db.selectFrom('setting').selectAll().orderBy('id'))
export const allUsers = query((db, _: None) => db.selectFrom('user').selectAll().orderBy('id'))
export const allAccounts = query((db, _: None) => db.selectFrom('account').selectAll().orderBy('id'))
export const accountByKey = query((db, p: { key: string }) =>
  db.selectFrom('account').select('id').where('key', '=', p.key),
)

/** The sums of all accounts and months added up without their signs; inexact where they are huge. */
export const turnover = query((db, _: None) =>
  db.selectFrom('account_month').select(sql<number>`total(abs(amount_tyiyn))`.as('amount_tyiyn')),
)
