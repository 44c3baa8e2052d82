// The accounts of a demo world as they are listed.
import type { Answer } from '../../../kernel/endpoint.ts'
import type { peopleApi } from '../people-api.ts'
import { roles } from '../roles.ts'

type Account = Answer<typeof peopleApi.demoAccounts>['accounts'][number]

/** A person with several postings is one account. */
export function onePerLogin(accounts: readonly Account[]): (Account & { postings: string[] })[] {
  const found = new Map<string, Account & { postings: string[] }>()
  for (const account of accounts) {
    const posting = `${account.areaName} · ${roles[account.role]}`
    const known = found.get(account.loginName)
    if (known) known.postings.push(posting)
    else found.set(account.loginName, { ...account, postings: [posting] })
  }
  return [...found.values()]
}
