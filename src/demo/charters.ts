// Made-up charters for the demo world: in force, changed once, refused, waiting for their day, half written.
import { addDays, type Day, earlier } from '../kernel/time.ts'
import { CharterRules, type VoteDraft } from '../modules/charters/charter.ts'
import type { CharterForm } from '../modules/charters/charter-form.ts'
import { charterText } from '../modules/charters/charter-text.ts'
import type { Known } from '../modules/charters/prefill.ts'
import { prefilled } from '../modules/charters/prefill.ts'
import { type Demands, demandsOf, outcomeOf } from '../modules/charters/vote-rules.ts'
import { rulesFor } from '../modules/rules/server/index.ts'
import type { Context } from '../platform/context.ts'
import { exampleForm } from './charter-form.ts'
import {
  type CharterPlace,
  charterPlaces,
  insertCharters,
  type MadeCharter,
  type Near,
} from './charters-store.ts'

/** So many are enough to look at, wherever a demo account looks. */
const most = 300

/** Charters of organizations whose register says that they have one, nearest to a community and its township first, and a few on the way. */
export async function addCharters(ctx: Context, area: string, near: Near): Promise<number> {
  const rules = CharterRules.parse(await rulesFor(ctx.db, area))
  const having = await charterPlaces(ctx.db, { area, ...near, charter: true, limit: most })
  const lacking = await charterPlaces(ctx.db, { area, ...near, charter: false, limit: 12 })
  const make = maker(ctx, rules)
  const made = [
    ...having.flatMap((place, at) => make.standing(place, at)),
    ...lacking.map((place, at) => make.underWay(place, at)),
  ]
  await insertCharters(ctx, made)
  return made.length
}

function maker(ctx: Context, rules: CharterRules) {
  const formOf = (place: CharterPlace) => exampleForm(knownOf(place), rules)
  const written = (
    place: CharterPlace,
    form: CharterForm,
    heldOn: Day,
    at: number,
    amends = false,
  ): MadeCharter => {
    const vote = voteOn(place, heldOn, at, demandsOf(rules, { amends, formInForce: amends ? form : null }))
    return {
      ...{ id: ctx.newId(), organization: place.id, form, chapters: charterText(form, rules), vote },
      ...{ status: 'inForce', version: 1, inForceOn: heldOn, endedOn: null, draftedOn: addDays(heldOn, -14) },
    }
  }
  const inForce = (place: CharterPlace, at: number) => written(place, formOf(place), firstDay(place, ctx), at)
  const changed = (place: CharterPlace, at: number): MadeCharter[] => {
    const first = inForce(place, at)
    const day = addDays(first.inForceOn ?? ctx.today, 200)
    if (day > ctx.today) return [first]
    const form = { ...formOf(place), meetingsPerYear: 2, largeExpense: 300, other: ['活动前后一起打扫场地'] }
    const second = { ...written(place, form, day, at + 1, true), version: 2 }
    return [{ ...first, status: 'superseded', endedOn: day }, second]
  }
  /** By turns one version, two, and near the first places also a change that is being written or waits. */
  const standing = (place: CharterPlace, at: number): MadeCharter[] => {
    if (at % 4 === 1) return changed(place, at)
    const first = inForce(place, at)
    return at < 24 && at % 4 === 3 ? [first, change(place, at, at % 8 === 3)] : [first]
  }
  /** A change that somebody writes, or that was adopted lately and waits for its day. */
  const change = (place: CharterPlace, at: number, isDraft: boolean): MadeCharter => {
    const form: CharterForm = { ...formOf(place), disclosureWays: ['board', 'chat', 'meeting'], termYears: 2 }
    const adopted = { ...written(place, form, addDays(ctx.today, -2), at, true), inForceOn: null }
    return isDraft
      ? { ...adopted, status: 'draft', version: null, chapters: null, vote: null }
      : { ...adopted, status: 'adopted', version: 2 }
  }
  return { standing, underWay: (place: CharterPlace, at: number) => underWay(ctx, rules, place, at) }
}

/** By turns half written, complete, refused, adopted and waiting. */
function underWay(ctx: Context, rules: CharterRules, place: CharterPlace, at: number): MadeCharter {
  const form = exampleForm(knownOf(place), rules)
  const base = {
    ...{ id: ctx.newId(), organization: place.id, form, chapters: null, vote: null },
    ...{ version: null, inForceOn: null, endedOn: null, draftedOn: addDays(ctx.today, -9 - at) },
  }
  const turn = at % 4
  if (turn === 0) return { ...base, status: 'draft', form: prefilled(knownOf(place), rules) }
  if (turn === 1) return { ...base, status: 'draft' }
  const heldOn = addDays(ctx.today, -3)
  const chapters = charterText(form, rules)
  const demands = demandsOf(rules, { amends: false, formInForce: null })
  const carried = voteOn(place, heldOn, at, demands)
  if (turn === 2) return { ...base, status: 'adopted', version: 1, chapters, vote: carried }
  return { ...base, status: 'refused', chapters, vote: fewCame(place, heldOn, demands) }
}

const knownOf = (place: CharterPlace): Known => place

/** Some day after it began, and no later than last month. */
function firstDay({ beganOn }: CharterPlace, { today }: Context): Day {
  return earlier(addDays(beganOn, 21), addDays(today, -30))
}

function voteOn({ members }: CharterPlace, heldOn: Day, at: number, demands: Demands) {
  const present = Math.max(1, Math.ceil(members * (0.78 + (at % 5) * 0.04)))
  const against = at % 3 === 0 ? Math.min(1, present - 1) : 0
  const abstaining = at % 5 === 0 ? Math.min(1, present - 1 - against) : 0
  return told(members, present, { against, abstaining }, heldOn, demands)
}

const fewCame = ({ members }: CharterPlace, heldOn: Day, demands: Demands) =>
  told(members, Math.max(1, Math.floor(members / 3)), { against: 0, abstaining: 0 }, heldOn, demands)

type Nays = Pick<VoteDraft, 'against' | 'abstaining'>

function told(entitled: number, present: number, nays: Nays, heldOn: Day, demands: Demands) {
  const counted = { entitled, present, ...nays, inFavour: present - nays.against - nays.abstaining }
  const { result, because } = outcomeOf(counted, demands)
  return { ...counted, heldOn, place: '社区活动室', recorder: '演示记录人', result, because, onBehalf: false }
}
