// That the matrix of endpoints and roles is whole: a sample for each endpoint, a rule for each action, everybody asked, and
// an eye that sees what could be told.
import { beforeAll, expect, it } from 'vitest'
import { roles } from '../../src/modules/people/roles.ts'
import { policy } from '../../src/policy.ts'
import { countedWork, workSources } from '../../src/server.ts'
import { useDatabase } from '../database.ts'
import { ask } from './access/matrix.ts'
import { type Prepared, prepare } from './access/prepare.ts'
import { inTurn } from './access/rehearsal.ts'
import { samples, table } from './access/samples.ts'
import { textOf, toldBy, whats } from './access/telling.ts'

const database = useDatabase()
let prepared: Prepared

beforeAll(async () => {
  prepared = await prepare(database())
})

it('has a sample for every endpoint and an endpoint for every sample', () => {
  const sampled = Object.entries(samples).flatMap(([module, those]) =>
    Object.keys(those).map((name) => `${module}.${name}`),
  )
  expect(sampled.sort()).toEqual(table.map(({ name }) => name).sort())
  expect(table.length).toBeGreaterThan(50)
})

it('finds a rule for every action that an endpoint or waiting work names, and one of them for every rule', () => {
  const asked = table.map(({ endpoint }) => endpoint.needs)
  const waiting = Object.values(workSources).flatMap(({ action, oversee }) => [action, oversee ?? action])
  const counted = Object.values(countedWork).map(({ action }) => action)
  const actions = new Set([...asked, ...waiting, ...counted])
  expect([...actions].filter((each) => each !== 'public' && each !== 'signedIn').sort()).toEqual(
    Object.keys(policy).sort(),
  )
})

it('asks as every role, inside and outside, and as nobody', () => {
  const asked = prepared.everybody.map(({ loginName }) => loginName)
  const sides = Object.keys(roles).flatMap((role) => [`${role}.inside`, `${role}.outside`])
  expect(asked).toEqual(expect.arrayContaining(sides.filter((name) => name !== 'cityOfficer.outside')))
  expect(asked).toContain('nobody')
})

it('recognizes everything that an answer could tell, where it may be told', async () => {
  const there = prepared.everybody.filter(({ loginName }) =>
    /^(countyOfficer|partyOfficer|communityWorker|organizationLeader).outside$/.test(loginName),
  )
  const missing = new Set<string>([...whats, 'name'])
  for (const row of readingsFirst.filter(({ sample }) => !sample.fresh)) {
    if (missing.size === 0) break
    const replies = await inTurn(there, (caller) => ask(row, caller, prepared.scene.outside))
    for (const { reply } of replies.filter(({ reply }) => reply.status === 200))
      for (const told of toldBy(textOf(reply.raw), '', prepared.secrets, () => false))
        missing.delete(told.split(' ')[0] ?? '')
  }
  expect([...missing]).toEqual([])
})

const readingsFirst = table.toSorted(
  (a, b) => Number(b.endpoint.method === 'GET') - Number(a.endpoint.method === 'GET'),
)
