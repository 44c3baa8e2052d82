// The endpoints of major events (重大活动): what must be reported, the report, its answer, its summary.
import { z } from 'zod'
import { type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, count, DayField, IdField, MinuteField, words } from '../../kernel/fields.ts'
import { choice } from '../organizations/organization.ts'
import { Activity, activityKinds, features } from './activity.ts'
import { AnswerDraft, Assessment, ReportDraft, SummaryDraft } from './major-event.ts'

const byId = z.object({ id: IdField })

export const eventStates = {
  missing: '没有报告',
  waiting: '等待答复',
  objected: '不同意举办',
  answered: '已答复',
  summary: '待报送总结',
  done: '已总结',
} as const
export type EventState = keyof typeof eventStates

const EventLine = z.object({
  id: IdField,
  title: z.string(),
  organizationName: z.string().nullable(),
  areaName: z.string(),
  from: MinuteField,
  expected: z.int(),
  state: choice(eventStates),
  /** What the state waits for: until then. */
  dueOn: DayField.nullable(),
  /** Days by which the report came late, or is late by now. */
  late: z.int(),
})
export type EventLine = z.infer<typeof EventLine>

export const majorEventsApi = {
  assess: post('/major-events/assessments', {
    summary: 'Whether an activity as planned must be reported, to whom and by when',
    needs: 'activity.edit',
    body: z.object({
      area: AreaCodeField,
      from: MinuteField,
      kind: choice(activityKinds),
      features: z.array(choice(features)),
      expected: count(100_000),
      money: count(100_000_000_000).nullable(),
    }),
    returns: Assessment,
  }),
  majorEvents: get('/major-events', {
    summary: 'Activities that must be reported, or were, in an area: those that wait first; at most 200',
    needs: 'activity.see',
    query: z.object({ area: AreaCodeField, state: choice(eventStates).optional() }),
    returns: z.object({ items: z.array(EventLine), states: z.partialRecord(choice(eventStates), z.int()) }),
  }),
  report: post('/activities/:id/report', {
    summary: 'Report a major event; one whose plan has changed since takes the place of the report before',
    needs: 'majorEvent.report',
    params: byId,
    body: ReportDraft,
    returns: Activity,
  }),
  answer: post('/activities/:id/report/answer', {
    summary: 'Answer a report that went to the township: no objection, conditions, or an objection',
    needs: 'majorEvent.answer',
    params: byId,
    body: AnswerDraft,
    returns: Activity,
  }),
  answerInCounty: post('/activities/:id/report/county-answer', {
    summary: 'Answer a report that went to the county',
    needs: 'majorEvent.answerInCounty',
    params: byId,
    body: AnswerDraft,
    returns: Activity,
  }),
  summarize: post('/activities/:id/report/summary', {
    summary: 'Say afterwards what came of a major event',
    needs: 'majorEvent.report',
    params: byId,
    body: SummaryDraft,
    returns: Activity,
  }),
  permit: put('/activities/:id/permit', {
    summary: 'Record the permit of public security',
    needs: 'majorEvent.report',
    params: byId,
    body: z.object({ number: words(60), on: DayField }),
    returns: Activity,
  }),
} as const satisfies EndpointTable
