// Judges the rows of a paper list of who came: who had signed up, who came besides, and whom nobody can tell apart.
import type { Context } from '../../../platform/context.ts'
import { bareName } from '../../areas/fold-text.ts'
import { cellOf, type Remark } from '../../organizations/import/index.ts'
import { type Judging, judged, type Placed } from '../../organizations/server/index.ts'
import type { ServedKind } from '../../people/served-kinds.ts'
import { sessionSecret } from '../../people/server/index.ts'
import { hashPhone } from './codes.ts'
import { type Known, knownPeople } from './participants-store.ts'

export type ParticipantRow = { name: string; phone: string; kinds: ServedKind[] }

/** `id`: of the sign-up; `entered`: it will be made. */
export type Statement = {
  activity: string
  id: string
  entered: boolean
  name: string
  phoneHash: string | null
  kinds: ServedKind[]
}

export async function judgeParticipants(ctx: Context, activity: string): Promise<Judging<ParticipantRow>> {
  const known = await knownPeople(ctx.db, activity)
  const secret = await sessionSecret(ctx.db)
  const said = new Map<string, number>()
  return async (rows) =>
    rows.map((row) => {
      const { name = '', phone, kinds = [] } = row.given
      const phoneHash = phone ? hashPhone(phone, secret) : null
      const meant = meantBy({ name, phoneHash }, known)
      const [person] = meant
      const twice = saidBefore(row, said, person?.id ?? phoneHash ?? bareName(name))
      const problems: Remark[] = [
        ...(name === '' ? [{ cell: cellOf(row, 'name'), message: '没有姓名' }] : []),
        ...(name !== '' && twice !== null ? [twice] : []),
        ...(meant.length > 1 ? [tellApart(row, name, meant.length)] : []),
      ]
      const statement: Statement = {
        ...{ activity, id: person?.id ?? ctx.newId(), entered: !person, name, phoneHash, kinds },
      }
      return judged(row, { outcome: person?.came ? 'same' : 'new', name, statement, problems })
    })
}

/** By the number; by the name where one of the two has none. Two of one name may both be meant. */
function meantBy(
  { name, phoneHash }: { name: string; phoneHash: string | null },
  known: readonly Known[],
): Known[] {
  const same = phoneHash === null ? [] : known.filter((one) => one.phoneHash === phoneHash)
  if (same.length > 0) return same
  const bare = bareName(name)
  return known.filter((one) => bareName(one.name) === bare && (phoneHash === null || one.phoneHash === null))
}

function saidBefore(row: Placed<ParticipantRow>, said: Map<string, number>, key: string): Remark | null {
  const before = said.get(key)
  if (before === undefined) {
    said.set(key, row.row)
    return null
  }
  return row.given.phone
    ? {
        cell: cellOf(row, 'phone'),
        message: `这个电话在第 ${before} 行已经有了；一家人共用的，请把后面的空着`,
      }
    : {
        cell: cellOf(row, 'name'),
        message: `“${row.given.name}”在第 ${before} 行已经有了；同名的两个人请注明，例如“王芳（大）”`,
      }
}

const tellApart = (row: Placed<ParticipantRow>, name: string, people: number): Remark => ({
  cell: cellOf(row, 'name'),
  message: `报名名单里有 ${people} 个“${name}”，请补上报名的电话`,
})
