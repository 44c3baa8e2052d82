// Every endpoint × every role, inside and outside its area: who is let in is derived a second time, and nothing of
// elsewhere may stand in any answer.
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/endpoints.ts'
import type { Endpoint } from '../../src/kernel/endpoint.ts'
import { roles } from '../../src/modules/people/roles.ts'
import { policy } from '../../src/policy.ts'
import { countedWork, workSources } from '../../src/server.ts'
import { clientOf, type Reply } from '../client.ts'
import { useDatabase } from '../database.ts'
import { expectedFound, expectedStatus } from './access/expected.ts'
import { liesIn, mayAnywhere } from './access/naive.ts'
import { type Caller, type Prepared, prepare } from './access/prepare.ts'
import { inTurn } from './access/rehearsal.ts'
import { type Sample, samples } from './access/samples.ts'
import { type Place, type PlaceName, placeNames } from './access/scene.ts'
import { mayKnow } from './access/secrets.ts'
import { textOf, toldBy, type What, whats } from './access/telling.ts'

type Row = { name: string; endpoint: Endpoint; sample: Sample }

const table: Row[] = Object.entries(endpoints).flatMap(([module, those]) =>
  Object.entries(those).map(([name, endpoint]) => ({
    name: `${module}.${name}`,
    endpoint: endpoint as Endpoint,
    sample: (samples as unknown as Record<string, Record<string, Sample>>)[module]?.[name] as Sample,
  })),
)

/** Faults that are known and not mended yet; the list may only shrink. */
const knownFaults: string[] = []

const database = useDatabase()
let prepared: Prepared
const seen: { action: string; roles: string[]; status: number }[] = []
const tellable = new Set<string>()

beforeAll(async () => {
  prepared = await prepare(database())
})

describe.each(table)('$name', (row) => {
  it('lets in whom the rules let in, and tells nobody of elsewhere', async () => {
    const faults = await inTurn(prepared.everybody, (caller) => faultsFor(row, caller))
    const known = knownFaults.filter((fault) => fault.startsWith(`${row.name}: `))
    expect(faults.flat()).toEqual(known)
  })
})

async function faultsFor(row: Row, caller: Caller): Promise<string[]> {
  const { scene, secrets } = prepared
  const faults: string[] = []
  const replies = new Map<string, string>()
  for (const place of row.sample.kind === 'own'
    ? (['own'] as const)
    : ([...placeNames, 'nowhere'] as const)) {
    const { reply, asked } = await ask(row, caller, scene[place])
    const wrong = [...wrongOutcome(row, caller, place, reply), ...leaks(row, caller, place, reply, asked)]
    faults.push(...wrong.map((fault) => `${row.name}: ${caller.loginName} at ${place}: ${fault}`))
    replies.set(place, comparable(reply, scene[place]))
    note(row, caller, place, reply)
  }
  const isHidden = !caller.postings.some(({ area }) => liesIn(secrets.tree, scene.outside.area, area))
  if (isHidden && replies.get('outside') !== replies.get('nowhere')) {
    faults.push(`${caller.loginName}: ${replies.get('outside')} is not like ${replies.get('nowhere')}`)
  }
  return faults
}

async function ask({ endpoint, sample }: Row, caller: Caller, at: Place) {
  const given = sample.given?.(at) ?? {}
  const file = sample.file?.(at)
  const isAnew = sample.fresh && caller.postings.length > 0
  const client = isAnew ? await clientOf(caller.client.app, caller.loginName) : caller.client
  const reply = file ? await client.upload(endpoint, given, file) : await client.call(endpoint, given)
  const asked = JSON.stringify(given) + (file ? file.name + textOf(Buffer.from(file.bytes)) : '')
  return { reply: reply as Reply<never>, asked }
}

type Where = PlaceName | 'nowhere'

function wrongOutcome(
  { endpoint, sample }: Row,
  caller: Caller,
  place: Where,
  reply: Reply<never>,
): string[] {
  const { tree } = prepared.secrets
  const at = prepared.scene[place]
  const status = expectedStatus(tree, caller, endpoint, sample, place, at)
  if (reply.status !== status) {
    return [`${reply.status} instead of ${status}: ${textOf(reply.raw).slice(0, 200)}`]
  }
  if (sample.kind !== 'list' || status !== 200) return []
  const mayBe = expectedFound(tree, caller, endpoint, sample, place, at)
  const is = sample.found(reply, at)
  return is === mayBe ? [] : [is ? 'told of it' : 'not told of it']
}

function leaks(
  { name, sample }: Row,
  caller: Caller,
  place: Where,
  reply: Reply<never>,
  asked: string,
): string[] {
  const { secrets, scene } = prepared
  const may = mayKnow(secrets.tree, caller)
  const known = asked + caller.ownIds.join() + (name === 'organizations.phone' ? scene[place].phone : '')
  return sample.shipped ? [] : toldBy(textOf(reply.raw), known, secrets, may)
}

/** The answer without what the caller gave: what must be the same for the hidden and for the missing. */
function comparable({ status, raw, headers }: Reply<never>, at: Place): string {
  const words = Object.values(at).sort((a, b) => b.length - a.length)
  const text = words.reduce((said, word) => said.replaceAll(word, '…'), textOf(raw))
  return JSON.stringify([status, text, Object.keys(headers).sort()])
}

function note({ endpoint }: Row, { postings }: Caller, place: Where, reply: Reply<never>): void {
  seen.push({ action: endpoint.needs, roles: postings.map(({ role }) => role), status: reply.status })
  if (place !== 'outside' || reply.status !== 200) return
  for (const told of toldBy(textOf(reply.raw), '', prepared.secrets, () => false))
    tellable.add(told.split(' ')[0] ?? '')
}

const actionsOfEndpoints = new Set(
  table.map(({ endpoint }) => endpoint.needs).filter((needs) => needs !== 'public' && needs !== 'signedIn'),
)
const actionsOfWork = [
  ...Object.values(workSources).flatMap(({ action, oversee }) => [action, oversee ?? action]),
  ...Object.values(countedWork).map(({ action }) => action),
]

describe('The matrix', () => {
  it('has a sample for every endpoint and an endpoint for every sample', () => {
    const sampled = Object.entries(samples).flatMap(([module, those]) =>
      Object.keys(those).map((name) => `${module}.${name}`),
    )
    expect(sampled.sort()).toEqual(table.map(({ name }) => name).sort())
    expect(table.length).toBeGreaterThan(50)
  })

  it('finds a rule for every action that an endpoint or waiting work names, and one of them for every rule', () => {
    const actions = new Set([...actionsOfEndpoints, ...actionsOfWork])
    expect([...actions].sort()).toEqual(Object.keys(policy).sort())
  })

  it('has asked as every role, inside and outside, and as nobody', () => {
    const asked = prepared.everybody.map(({ loginName }) => loginName)
    const sides = Object.keys(roles).flatMap((role) => [`${role}.inside`, `${role}.outside`])
    expect(asked).toEqual(expect.arrayContaining(sides.filter((name) => name !== 'cityOfficer.outside')))
    expect(asked).toContain('nobody')
  })

  it('recognizes everything that an answer could tell, where it may be told', () => {
    const kinds: What[] = [...whats]
    expect([...tellable].sort()).toEqual(expect.arrayContaining([...kinds, 'name']))
  })

  // What only waiting work names, no endpoint can refuse: the test of the queues asks it.
  it.each([...actionsOfEndpoints])(
    'has seen %s allowed to each of its roles and refused to each other',
    (action) => {
      const single = seen.filter((each) => each.action === action && each.roles.length === 1)
      for (const role of Object.keys(roles)) {
        const statuses = single.filter((each) => each.roles[0] === role).map(({ status }) => status)
        if (mayAnywhere([{ role, area: '' }], action)) expect(statuses, role).toContain(200)
        else expect(new Set(statuses), role).toEqual(new Set([403]))
      }
    },
  )
})
