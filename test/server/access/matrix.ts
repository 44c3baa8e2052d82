// The matrix: every endpoint × every role, inside and outside its area. Who is let in is derived a second time, and nothing
// of elsewhere may stand in any answer.
import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../../src/modules/people/roles.ts'
import { clientOf, type Reply } from '../../client.ts'
import { useDatabase } from '../../database.ts'
import { expectedFound, expectedStatus } from './expected.ts'
import { liesIn, mayAnywhere } from './naive.ts'
import { type Caller, type Prepared, prepare } from './prepare.ts'
import { inTurn } from './rehearsal.ts'
import { type Row, table } from './samples.ts'
import { type Place, type PlaceName, placeNames } from './scene.ts'
import { mayKnow } from './secrets.ts'
import { textOf, toldBy } from './telling.ts'

/** Faults that are known and not mended yet; the list may only shrink. */
const knownFaults: string[] = []

/** Asks the endpoints of every `parts`-th action, from the `part`-th on: files of parts are run beside each other. */
export function accessMatrix(part: number, parts: number): void {
  const actions = [...new Set(table.map(({ endpoint }) => endpoint.needs))].filter(
    (_, at) => at % parts === part - 1,
  )
  const rows = table.filter(({ endpoint }) => actions.includes(endpoint.needs))
  const database = useDatabase()
  let prepared: Prepared
  const seen: Seen[] = []
  beforeAll(async () => {
    prepared = await prepare(database())
  })

  describe.each(rows)('$name', (row) => {
    it('lets in whom the rules let in, and tells nobody of elsewhere', async () => {
      const outcomes = await inTurn(prepared.everybody, (caller) => walk(prepared, row, caller))
      seen.push(...outcomes.flatMap((each) => each.seen))
      const known = knownFaults.filter((fault) => fault.startsWith(`${row.name}: `))
      expect(outcomes.flatMap(({ faults }) => faults)).toEqual(known)
    })
  })

  // What only waiting work names, no endpoint can refuse: the test of the queues asks it.
  it.each(actions.filter((action) => action !== 'public' && action !== 'signedIn'))(
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
}

type Where = PlaceName | 'nowhere'
type Seen = { action: string; roles: string[]; status: number }
/** Who asks for what, and where. */
type Asking = { prepared: Prepared; row: Row; caller: Caller; place: Where }

/** One person asks one endpoint about every place. */
async function walk(
  prepared: Prepared,
  row: Row,
  caller: Caller,
): Promise<{ faults: string[]; seen: Seen[] }> {
  const { scene, secrets } = prepared
  const [faults, seen]: [string[], Seen[]] = [[], []]
  const replies = new Map<string, string>()
  const places = row.sample.kind === 'own' ? (['own'] as const) : ([...placeNames, 'nowhere'] as const)
  for (const place of places) {
    const asking = { prepared, row, caller, place }
    const { reply, asked } = await ask(row, caller, scene[place])
    const wrong = [...wrongOutcome(asking, reply), ...leaks(asking, reply, asked)]
    faults.push(...wrong.map((fault) => `${row.name}: ${caller.loginName} at ${place}: ${fault}`))
    replies.set(place, comparable(reply, scene[place]))
    const held = caller.postings.map(({ role }) => role)
    seen.push({ action: row.endpoint.needs, roles: held, status: reply.status })
  }
  const isHidden = !caller.postings.some(({ area }) => liesIn(secrets.tree, scene.outside.area, area))
  if (isHidden && replies.get('outside') !== replies.get('nowhere'))
    faults.push(`${caller.loginName}: ${replies.get('outside')} is not like ${replies.get('nowhere')}`)
  return { faults, seen }
}

/** The answer, and all that the caller has said to get it. */
export async function ask({ endpoint, sample }: Row, caller: Caller, at: Place) {
  const given = sample.given?.(at) ?? {}
  const file = sample.file?.(at)
  const isAnew = sample.fresh && caller.postings.length > 0
  const client = isAnew ? await clientOf(caller.client.app, caller.loginName) : caller.client
  const reply = file ? await client.upload(endpoint, given, file) : await client.call(endpoint, given)
  const asked = JSON.stringify(given) + (file ? file.name + textOf(Buffer.from(file.bytes)) : '')
  return { reply: reply as Reply<never>, asked }
}

function wrongOutcome({ prepared, row, caller, place }: Asking, reply: Reply<never>): string[] {
  const { endpoint, sample } = row
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

function leaks({ prepared, row, caller, place }: Asking, reply: Reply<never>, asked: string): string[] {
  const { secrets, scene } = prepared
  const may = mayKnow(secrets.tree, caller)
  const known = asked + caller.ownIds.join() + (row.name === 'organizations.phone' ? scene[place].phone : '')
  return row.sample.shipped ? [] : toldBy(textOf(reply.raw), known, secrets, may)
}

/** The answer without what the caller gave: what must be the same for the hidden and for the missing. */
function comparable({ status, raw, headers }: Reply<never>, at: Place): string {
  const words = Object.values(at).sort((a, b) => b.length - a.length)
  const text = words.reduce((said, word) => said.replaceAll(word, '…'), textOf(raw))
  return JSON.stringify([status, text, Object.keys(headers).sort()])
}
