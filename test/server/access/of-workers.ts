// Calls of every endpoint of workers, for the access matrix, and the people that they are made on.

import { settleWorkers } from '../../../src/modules/workers/server/index.ts'
import type { workersApi } from '../../../src/modules/workers/workers-api.ts'
import { type Db, sql } from '../../../src/platform/db.ts'
import { worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

/** Of each place: a social worker with a certificate, an application for a reward, one to be paid, and one paid. */
export type PlaceWorkers = {
  worker: string
  workerPost: string
  workerCertificate: string
  reward: string
  rewardToPay: string
  rewardPaid: string
  /** Sent back to be mended. */
  rewardReturned: string
  /** A station with somebody in it. */
  station: string
  /** A scan that no application names yet. */
  rewardProof: string
}

export const noWorkers: PlaceWorkers = {
  worker: '019893c1-0000-7000-8000-000000000231',
  workerPost: '019893c1-0000-7000-8000-000000000232',
  workerCertificate: '019893c1-0000-7000-8000-000000000233',
  reward: '019893c1-0000-7000-8000-000000000234',
  rewardToPay: '019893c1-0000-7000-8000-000000000235',
  rewardPaid: '019893c1-0000-7000-8000-000000000236',
  rewardReturned: '019893c1-0000-7000-8000-000000000238',
  station: '019893c1-0000-7000-8000-000000000239',
  rewardProof: '019893c1-0000-7000-8000-000000000237',
}

type Spot = Pick<Place, 'mark' | 'area'>

export async function addWorkers(db: Db, spot: Spot): Promise<PlaceWorkers> {
  const { worker } = await db.one<{ worker: string }>(sql`
    insert into social_worker (id, name, bare, area, province, city, county, township, community, recorded_at)
    select gen_random_uuid(), ${`${spot.mark}社工`}, ${`${spot.mark}社工`}, a.code, a.province, a.city, a.county, a.township, a.community, now()
    from area a where a.code = ${spot.area} returning id as worker`)
  const { id: workerPost } = await db.one<{ id: string }>(sql`
    insert into worker_post (id, social_worker, site, area, employment, starts_on)
    values (gen_random_uuid(), ${worker}, 'community', ${spot.area}, 'full', '2022-03-01') returning id`)
  const { id: workerCertificate } = await db.one<{ id: string }>(sql`
    insert into worker_certificate (id, social_worker, grade, number, obtained_on)
    values (gen_random_uuid(), ${worker}, 'assistant', ${`${spot.mark}证0001`}, '2022-03-01') returning id`)
  const { id: station } = await db.one<{ id: string }>(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, opened_on)
    select gen_random_uuid(), ${`${spot.mark}社工站`}, 'socialWorkStation', a.code, a.province, a.city, a.county,
      a.township, a.community, '2021-01-01' from area a where a.code = ${spot.area} returning id`)
  await db.run(sql`
    with colleague as (
      insert into social_worker (id, name, bare, area, province, city, county, township, community, recorded_at)
      select gen_random_uuid(), ${`${spot.mark}站员`}, ${`${spot.mark}站员`}, a.code, a.province, a.city, a.county, a.township, a.community, now()
      from area a where a.code = ${spot.area} returning id)
    insert into worker_post (id, social_worker, site, area, station, employment, starts_on)
    select gen_random_uuid(), id, 'station', ${spot.area}, ${station}, 'full', '2022-03-01' from colleague`)
  await settleWorkers(db, [worker])
  await addTraining(db, spot)
  return {
    ...{ worker, workerPost, workerCertificate, station },
    rewardReturned: await addReward(db, spot, 'returned'),
    reward: await addReward(db, spot, 'submitted'),
    rewardToPay: await addReward(db, spot, 'approved'),
    rewardPaid: await addReward(db, spot, 'paid'),
    rewardProof: (
      await db.one<{ id: string }>(sql`
      insert into stored_file (id, sha256, kind, file_name, kept_at)
      values (gen_random_uuid(), repeat('b', 64), 'pdf', ${`${spot.mark}新证.pdf`}, now()) returning id`)
    ).id,
  }
}

/** At which the worker was. */
const addTraining = (db: Db, { mark, area }: Spot): Promise<number> =>
  db.run(sql`
    with t as (
      insert into training (id, title, area, province, city, county, township, community, level, organizer, audience, kind,
        status, held_on, until, record_by, created_at)
      select gen_random_uuid(), ${`${mark}实务课`}, a.code, a.province, a.city, a.county, a.township, a.community, a.level,
        ${`${mark}社工站`}, 'socialWork', 'onSite', 'held', '2022-05-10', '2022-05-10', '2022-05-24', now()
      from area a where a.code = ${area} returning *)
    insert into training_attendance (id, training, area, province, city, county, township, community, audience, level, name,
      bare, leader, attended_on, recorded_at)
    select gen_random_uuid(), t.id, t.area, t.province, t.city, t.county, t.township, t.community, t.audience, t.level,
      ${`${mark}社工`}, ${`${mark}社工`}, false, t.held_on, now() from t`)

async function addReward(db: Db, { mark, area }: Spot, status: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    with content as (insert into file_content (sha256, byte_size, bytes)
      values (repeat('b', 64), 3, 'abc') on conflict do nothing),
    file as (insert into stored_file (id, sha256, kind, file_name, kept_at)
      values (gen_random_uuid(), repeat('b', 64), 'pdf', ${`${mark}证.pdf`}, now()) returning id)
    insert into exam_reward (id, name, identity_hash, identity_masked, grade, number, obtained_on, area, province, city,
      county, township, community, amount, proof, status, applied_on, since_on, due_on, decided_on, paid_on)
    select gen_random_uuid(), ${`${mark}奖`}, ${`${mark}${status}`}, '320585********0011', 'assistant',
      ${`${mark}${status}`}, '2023-03-01', a.code, a.province, a.city, a.county, a.township, a.community, 100000,
      (select id from file), ${status}, '2023-04-01', '2023-04-01', '2023-04-20', '2023-04-10',
      case when ${status} = 'paid' then '2023-05-01'::date end
    from area a where a.code = ${area} returning id`)
  return id
}

const inArea = { lies: (at: Place) => at.area }
const ofWorker = { kind: 'thing', see: 'worker.see', ...inArea } as const
const ofReward = { kind: 'thing', see: 'reward.see', ...inArea } as const
const ofArea = { kind: 'thing', see: 'area.see', ...inArea } as const
const byArea = (at: Place) => ({ query: { area: at.area } })
const byWorker = (at: Place) => ({ params: { id: at.worker } })
const byReward = (at: Place) => ({ params: { id: at.reward } })
const on = worldToday
const reason = '试'
const postAt = (at: Place) => ({
  site: 'community' as const,
  area: at.area,
  employment: 'part' as const,
  from: on,
})
const certificate = { grade: 'qualified' as const, number: 'SG2023-0001', obtainedOn: on }
const claimed = {
  ...{ identity: '11010519491231002X', grade: 'senior' as const },
  ...{ number: 'SG2023-0002', obtainedOn: on },
}
const scan = () => ({ name: '证书.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') })

export const workersSamples: SamplesOf<typeof workersApi> = {
  list: {
    ...{ kind: 'list', ...inArea, given: byArea },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.worker),
  },
  count: { ...{ kind: 'list', ...inArea, given: byArea }, found: ({ body }) => body.value > 0 },
  sums: { ...ofArea, given: byArea },
  export: {
    ...{ kind: 'list', ...inArea, given: byArea },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}社工`),
  },
  ofOrganization: {
    ...{ kind: 'thing', see: 'organization.see', kept: true, ...inArea },
    given: (at) => ({ params: { id: at.organization } }),
  },
  ofStation: {
    ...{ kind: 'thing', see: 'support.see', reach: 'along', ...inArea },
    given: (at) => ({ params: { id: at.station } }),
  },
  setAccount: { ...ofWorker, given: (at) => ({ ...byWorker(at), body: { loginName: null } }) },
  create: { ...ofArea, given: (at) => ({ body: { name: `${at.mark}新`, post: postAt(at) } }) },
  one: { ...ofWorker, given: byWorker },
  trainings: { ...ofWorker, given: byWorker },
  rename: { ...ofWorker, given: (at) => ({ ...byWorker(at), body: { name: `${at.mark}改`, reason } }) },
  move: { ...ofWorker, given: (at) => ({ ...byWorker(at), body: postAt(at) }) },
  correctPost: {
    ...ofWorker,
    given: (at) => ({ params: { id: at.worker, post: at.workerPost }, body: { ...postAt(at), reason } }),
  },
  leave: { ...ofWorker, given: (at) => ({ ...byWorker(at), body: { on, reason } }) },
  certify: { ...ofWorker, given: (at) => ({ ...byWorker(at), body: certificate }) },
  correctCertificate: {
    ...ofWorker,
    given: (at) => ({
      params: { id: at.worker, certificate: at.workerCertificate },
      body: { ...certificate, reason },
    }),
  },
  rewards: {
    ...{ kind: 'list', ...inArea, given: byArea },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.reward),
  },
  rewardCount: { ...{ kind: 'list', ...inArea, given: byArea }, found: ({ body }) => body.value > 0 },
  rewardTerms: { ...ofArea, given: byArea },
  handInProof: {
    ...ofArea,
    given: byArea,
    file: scan,
  },
  apply: {
    ...ofArea,
    given: (at) => ({
      body: {
        ...{ ...claimed, name: `${at.mark}奖` },
        ...{ area: at.area, proof: at.rewardProof },
      },
    }),
  },
  paymentList: {
    ...{ kind: 'list', ...inArea, given: byArea },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}奖`),
  },
  pay: { kind: 'own', answers: 409, given: () => ({ body: { ids: [noWorkers.reward], on } }) },
  reward: { ...ofReward, given: byReward },
  proof: { ...ofReward, given: byReward },
  decide: { ...ofReward, given: (at) => ({ ...byReward(at), body: { decision: 'approve' } }) },
  resend: {
    ...ofReward,
    given: (at) => ({
      params: { id: at.rewardReturned },
      body: { name: `${at.mark}奖`, grade: 'assistant', number: `${at.mark}补正`, obtainedOn: on },
    }),
  },
  // Nobody's account is tied to a social worker of the places.
  mine: { kind: 'own', answers: 200 },
  ownTrainings: { kind: 'own', answers: 200 },
  handInOwnProof: { kind: 'own', answers: 404, file: scan },
  claim: {
    ...{ kind: 'own', answers: 404 },
    given: (at) => ({ body: { ...claimed, proof: at.rewardProof } }),
  },
  resendOwn: {
    ...{ kind: 'own', answers: 404 },
    given: (at) => ({ params: { id: at.rewardReturned }, body: claimed }),
  },
  withdrawOwn: { kind: 'own', answers: 404, given: (at) => ({ ...byReward(at), body: { reason } }) },
  ownProof: { kind: 'own', answers: 404, given: byReward },
  withdraw: { ...ofReward, given: (at) => ({ ...byReward(at), body: { reason } }) },
  correct: {
    ...ofReward,
    given: (at) => ({ params: { id: at.rewardPaid }, body: { difference: 0, on, reason } }),
  },
}
