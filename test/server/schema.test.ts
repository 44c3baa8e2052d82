// The schema, asked of the live catalogue: conventions, choices, lineages, the record, and its description.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemaText } from '../../bin/schema-text.ts'
import { allFileKinds } from '../../src/kernel/file-kind.ts'
import { activityStatuses, activityKinds as kindsOfActivity } from '../../src/modules/activities/activity.ts'
import { recipients, reportStatuses } from '../../src/modules/activities/major-event.ts'
import { signUpStatuses } from '../../src/modules/activities/sign-up.ts'
import {
  areaLevels,
  kindLabels,
  settlementLabels,
  settlementSourceLabels,
} from '../../src/modules/areas/area.ts'
import { censusStatuses, outcomes, repeats } from '../../src/modules/census/census.ts'
import { certificateStatuses } from '../../src/modules/certificates/certificate.ts'
import { changeKinds, changeStatuses, changeStepKinds } from '../../src/modules/changes/change.ts'
import { dormancyResults } from '../../src/modules/changes/dormancy.ts'
import {
  admonitionKinds,
  exitCauses,
  exitDecisions,
  exitKinds,
  exitStatuses,
} from '../../src/modules/changes/exit.ts'
import { reorganizationKinds } from '../../src/modules/changes/reorganization.ts'
import { charterKinds, charterStatuses, voteResults } from '../../src/modules/charters/charter.ts'
import {
  applicationKinds,
  applicationStatuses,
  desks,
  offices,
  partyStandings,
  steps,
} from '../../src/modules/filing/filing.ts'
import {
  honorKinds,
  honorLevels,
  honorStatuses,
  honorStepKinds,
  honorSubjects,
  honorThemes,
  objectionOutcomes,
} from '../../src/modules/honors/honor.ts'
import { tieStatuses } from '../../src/modules/hubs/hub.ts'
import {
  categories,
  legalForms,
  organizationStatuses,
  partyPresences,
  tiers,
} from '../../src/modules/organizations/choices.ts'
import { importStatuses, rowOutcomes } from '../../src/modules/organizations/imports-api.ts'
import { tierDecisions } from '../../src/modules/organizations/tiers-api.ts'
import {
  activityKinds,
  arrangementKinds,
  branchKinds,
  branchNatures,
  contactKinds,
  keyPersonKinds,
  partnerKinds,
  relations,
} from '../../src/modules/party/party.ts'
import { roles } from '../../src/modules/people/roles.ts'
import { servedKinds } from '../../src/modules/people/served-kinds.ts'
import { programmesApi } from '../../src/modules/programmes/programmes-api.ts'
import { beneficiaryKinds, budgetSources, projectStatuses } from '../../src/modules/projects/project.ts'
import { recordStatuses } from '../../src/modules/records/record.ts'
import { isLasting, kindNames } from '../../src/modules/records/record-kinds.ts'
import { incubationStatuses, results } from '../../src/modules/support/incubation.ts'
import { platformKinds } from '../../src/modules/support/platform.ts'
import {
  audiences,
  enrolmentStatuses,
  trainingKinds,
  trainingStatuses,
} from '../../src/modules/training/training.ts'
import { bookingStatuses } from '../../src/modules/venues/booking.ts'
import { venueTerms } from '../../src/modules/venues/venue.ts'
import { serviceKinds, serviceStatuses } from '../../src/modules/volunteers/service.ts'
import { rewardStatuses, rewardStepWords } from '../../src/modules/workers/reward.ts'
import { certifiedGrades, employments, grades, sites } from '../../src/modules/workers/worker.ts'
import { type Sql, sql } from '../../src/platform/db.ts'
import { importKinds } from '../../src/server.ts'
import { useDatabase } from '../database.ts'
import { columns, constraints, conventions, offensive } from './schema/conventions.ts'

const database = useDatabase()

/** The names that a query finds, in order. */
async function found(select: Sql): Promise<string[]> {
  const rows = await database().rows<{ name: string }>(select)
  return rows.map(({ name }) => name).sort()
}

describe('Every', () => {
  it.each(conventions)('$title', async ({ offenders, exceptions = [] }) => {
    expect(await found(offenders)).toEqual([...exceptions].sort())
  })
})

describe('A table that keeps to nothing is found out, because not every', () => {
  beforeAll(async () => {
    await database().run(sql`create table person_number (id bigint primary key)`)
    await database().run(offensive)
  })
  afterAll(async () => {
    await database().run(sql`drop table offences, person_number`)
  })

  it.each(conventions)('$title', async ({ offenders }) => {
    expect((await found(offenders)).filter((name) => name.startsWith('offences'))).not.toEqual([])
  })
})

describe('A closed choice', () => {
  const areaChoices = {
    area_level_known: areaLevels,
    area_settlement_known: Object.keys(settlementLabels),
    area_settlement_decided_known: Object.keys(settlementLabels).filter((name) => name !== 'unknown'),
    area_settlement_source_known: Object.keys(settlementSourceLabels),
  }
  const registerChoices = {
    organization_category_known: Object.keys(categories),
    organization_tier_known: Object.keys(tiers),
    tier_decision_tier_known: Object.keys(tiers),
    tier_decision_toward_known: Object.keys(tiers),
    tier_decision_known: Object.keys(tierDecisions),
    organization_legal_form_known: Object.keys(legalForms),
    organization_status_known: Object.keys(organizationStatuses),
    organization_party_presence_known: Object.keys(partyPresences),
    organization_period_status_lives: Object.keys(organizationStatuses).filter((name) => name !== 'ended'),
    import_kind_known: Object.keys(importKinds),
    column_memory_kind_known: Object.keys(importKinds),
    import_status_known: Object.keys(importStatuses),
    certificate_status_known: certificateStatuses,
    import_row_outcome_known: Object.keys(rowOutcomes),
  }
  const censusChoices = {
    census_status_known: Object.keys(censusStatuses),
    census_repeats_known: Object.keys(repeats),
    census_answer_outcome_known: Object.keys(outcomes),
    baseline_entry_status_lives: Object.keys(organizationStatuses).filter((name) => name !== 'ended'),
  }
  const filingChoices = {
    application_kind_known: Object.keys(applicationKinds),
    application_tier_known: Object.keys(tiers),
    application_decided_tier_known: Object.keys(tiers),
    application_status_known: Object.keys(applicationStatuses),
    application_desk_known: Object.keys(desks),
    application_office_known: Object.keys(offices),
    application_decided_together: ['approved', 'refused'],
    application_sent_has_terms: ['draft', 'withdrawn'],
    application_member_party_known: Object.keys(partyStandings),
    application_step_known: [...Object.keys(steps), 'say', 'urge'],
    application_step_supports_known: ['yes', 'no'],
  }
  const changeChoices = {
    change_request_kind_known: Object.keys(changeKinds),
    change_request_status_known: Object.keys(changeStatuses),
    change_step_kind_known: Object.keys(changeStepKinds),
    reorganization_kind_known: Object.keys(reorganizationKinds),
    dormancy_judgement_result_known: Object.keys(dormancyResults),
    exit_decision_kind_known: Object.keys(exitDecisions),
    exit_case_kind_known: Object.keys(exitKinds),
    exit_case_status_known: Object.keys(exitStatuses),
    exit_case_cause_known: Object.keys(exitCauses),
    admonition_kind_known: Object.keys(admonitionKinds),
  }
  const partyChoices = {
    party_branch_kind_known: Object.keys(branchKinds),
    party_branch_nature_known: Object.keys(branchNatures),
    party_arrangement_kind_known: Object.keys(arrangementKinds),
    party_member_relation_known: Object.keys(relations),
    party_activity_kind_known: Object.keys(activityKinds),
    party_pairing_kind_known: Object.keys(partnerKinds),
    party_contact_kind_known: Object.keys(contactKinds),
    party_key_person_kind_known: Object.keys(keyPersonKinds),
  }
  const recordChoices = {
    dated_record_kind_known: kindNames,
    dated_record_only_the_lasting_ends: kindNames.filter(isLasting),
    dated_record_status_known: Object.keys(recordStatuses),
    expected_record_kind_known: kindNames,
    expected_record_units_known: areaLevels,
  }
  const venueChoices = {
    venue_terms_known: Object.keys(venueTerms),
    venue_booking_status_known: Object.keys(bookingStatuses),
    venue_booking_ended_by_known: ['asker', 'keeper'],
  }
  const honorChoices = {
    honor_kind_known: Object.keys(honorKinds),
    honor_subject_known: Object.keys(honorSubjects),
    honor_level_known: Object.keys(honorLevels),
    honor_theme_known: Object.keys(honorThemes),
    honor_status_known: Object.keys(honorStatuses),
    honor_step_kind_known: Object.keys(honorStepKinds),
    honor_objection_outcome_known: Object.keys(objectionOutcomes),
  }
  const trainingChoices = {
    ...Object.fromEntries(
      ['training_plan', 'training', 'training_attendance'].map((table) => [
        `${table}_audience_known`,
        Object.keys(audiences),
      ]),
    ),
    training_level_known: areaLevels,
    training_attendance_level_known: areaLevels,
    training_kind_known: Object.keys(trainingKinds),
    training_paper_kind_known: Object.keys(trainingKinds),
    training_status_known: Object.keys(trainingStatuses),
    training_enrolment_status_known: Object.keys(enrolmentStatuses),
  }
  const activityChoices = {
    activity_kind_known: Object.keys(kindsOfActivity),
    activity_status_known: Object.keys(activityStatuses),
    activity_report_to_known: Object.keys(recipients),
    activity_held_counts: ['held', 'concluded'],
    activity_served_kind_known: Object.keys(servedKinds),
    activity_sign_up_status_known: Object.keys(signUpStatuses),
    major_event_report_status_known: Object.keys(reportStatuses),
    major_event_report_recipient_known: Object.keys(recipients),
    major_event_report_answered: ['reported', 'withdrawn'],
  }
  const workerChoices = {
    worker_post_site_known: Object.keys(sites),
    worker_post_employment_known: Object.keys(employments),
    worker_certificate_grade_known: Object.keys(certifiedGrades),
    worker_period_grade_known: Object.keys(grades),
    exam_reward_grade_known: Object.keys(certifiedGrades),
    exam_reward_status_known: Object.keys(rewardStatuses),
    reward_step_known: Object.keys(rewardStepWords),
  }
  const known: Record<string, readonly string[]> = {
    ...workerChoices,
    ...activityChoices,
    ...trainingChoices,
    ...recordChoices,
    ...areaChoices,
    ...registerChoices,
    ...censusChoices,
    ...partyChoices,
    ...changeChoices,
    ...filingChoices,
    ...honorChoices,
    ...venueChoices,
    support_platform_kind_known: Object.keys(platformKinds),
    incubation_status_known: Object.keys(incubationStatuses),
    incubation_entered_on_a_day: ['entered', 'exited'],
    incubation_result_known: Object.keys(results),
    hub_tie_status_known: Object.keys(tieStatuses),
    service_entry_kind_known: Object.keys(serviceKinds),
    service_entry_status_known: Object.keys(serviceStatuses),
    service_entry_closed_with_reason: ['waiting', 'confirmed'],
    service_entry_self_confirmed_once_confirmed: ['confirmed', 'corrected', 'withdrawn'],
    service_certificate_status_known: ['valid', 'cancelled'],
    project_status_known: Object.keys(projectStatuses),
    project_budget_source_known: Object.keys(budgetSources),
    project_beneficiary_kind_known: Object.keys(beneficiaryKinds),
    stored_file_kind_known: allFileKinds,
    charter_version_kind_known: Object.keys(charterKinds),
    charter_version_status_known: Object.keys(charterStatuses),
    charter_vote_result_known: Object.keys(voteResults),
    posting_role_known: Object.keys(roles),
    judgement_result_known: programmesApi.judge.body.shape.result.options,
  }

  it('in the database is the one in the program', async () => {
    const checks = await database().rows<{ name: string; choices: string[] }>(sql`
      select conname as name,
        (select array_agg(m[1]) from regexp_matches(pg_get_constraintdef(oid), '''([^'']*)''', 'g') m) as choices
      from ${constraints} k where contype = 'c' and pg_get_constraintdef(oid) ~ '= ANY \\(ARRAY\\['`)
    const inDatabase = Object.fromEntries(checks.map(({ name, choices }) => [name, [...choices].sort()]))
    const inProgram = Object.fromEntries(Object.entries(known).map(([name, all]) => [name, [...all].sort()]))
    expect(inDatabase).toEqual(inProgram)
  })

  it('of kinds of area is the one that the shipped divisions use', async () => {
    const kinds = await found(sql`select distinct kind as name from area`)
    expect(Object.keys(kindLabels)).toEqual(expect.arrayContaining(kinds))
    expect(kinds.length).toBeGreaterThan(4)
  })
})

describe('The lineage', () => {
  it('of an area is that of its parent, and the area itself', async () => {
    const broken = sql`select a.code::text as name from area a left join area p on p.code = a.parent
      where (a.province, a.city, a.county, a.township) is distinct from (
        case when a.level = 'province' then a.code else p.province end,
        case when a.level = 'city' then a.code else p.city end,
        case when a.level = 'county' then a.code else p.county end,
        case when a.level = 'township' then a.code else p.township end)`
    expect(await found(broken)).toEqual([])
    expect(
      (await found(sql`select name from ${columns} c where attname = 'community'`)).length,
    ).toBeGreaterThan(2)
  })

  it.each([
    ['organization', sql`organization`],
    ['period', sql`organization_period`],
  ])('of each %s is that of its area', async (_, table) => {
    const broken = sql`select o.id::text as name from ${table} o join area a on a.code = o.area
      where (o.province, o.city, o.county, o.township, o.community)
        is distinct from (a.province, a.city, a.county, a.township, a.community)`
    expect(await found(broken)).toEqual([])
    expect((await found(sql`select id::text as name from ${table} o`)).length).toBeGreaterThan(20)
  })
})

describe('What can be made up', () => {
  const able = sql`select c.relname as name from ${columns} c where attname = 'demo' and c.relname <> 'installation'`

  it('is marked by the database in every table', async () => {
    const marked = await found(sql`
      select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_proc p on p.oid = t.tgfoid where p.proname = 'mark_made_up'`)
    expect(marked.sort()).toEqual((await found(able)).sort())
    expect(marked.length).toBeGreaterThan(20)
  })

  it('is whatever is entered in a made-up world, and nothing in a real one', async () => {
    const enter = (name: string) => sql`
      insert into person (id, login_name, display_name, password_hash, created_at)
      values (gen_random_uuid(), ${name}, ${name}, '', now()) returning demo`
    const both = await database()
      .transaction(async (db) => {
        const real = await db.one<{ demo: boolean }>(enter('真'))
        await db.run(sql`update installation set demo = true`)
        const madeUp = await db.one<{ demo: boolean }>(enter('假'))
        throw Object.assign(new Error('back'), { found: [real.demo, madeUp.demo] })
      })
      .catch((thrown: Error & { found?: boolean[] }) => thrown.found)
    expect(both).toEqual([false, true])
  })
})

describe('The record of what happened', () => {
  it.each([
    ['changed', sql`update event set reason = 'other'`],
    ['deleted', sql`delete from event`],
    ['changed where nothing matches', sql`update event set reason = null where false`],
  ])('is not %s', async (_, statement) => {
    expect((await found(sql`select id::text as name from event`)).length).toBeGreaterThan(10)
    await expect(database().run(statement)).rejects.toThrow('event is append-only')
  })
})

describe('The description of the schema', () => {
  it('is current: node --import tsx bin/dump-schema.ts writes it', async () => {
    const written = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')
    expect(await schemaText(database())).toBe(written)
  })
})
