// When a certificate may be issued and what may be done with it, against a second way of saying so.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../kernel/time.ts'
import { type CertificateState, certificateStates } from './certificate.ts'
import {
  type CertificateStep,
  certificateSteps,
  validity,
  whyNotIssue,
  whyNotIssuer,
  whyNotPrintFound,
  whyNotStep,
} from './certificate-rules.ts'
import { mostPrinted } from './certificates-api.ts'
import { bodyOf } from './issuing-body.ts'

const today = '2023-08-25' as Day
const states = Object.keys(certificateStates) as CertificateState[]
const steps = Object.keys(certificateSteps) as CertificateStep[]
const dueNow = { validUntil: '2023-09-01', renewFrom: '2023-08-02', askedOn: null }

describe('A step', () => {
  it('is open exactly from the states of the table, and its refusal has words and a way on', () => {
    const open = steps.map((step) => [
      step,
      states.filter((state) => whyNotStep(step, { ...dueNow, state }, today) === null),
    ])
    expect(Object.fromEntries(open)).toEqual({
      renew: ['valid', 'expired'],
      reissue: ['valid'],
      cancel: ['valid', 'expired', 'lapsed'],
      ask: ['valid', 'expired'],
      print: ['valid'],
    })
    const refusal = whyNotStep('print', { ...dueNow, state: 'expired' }, today)
    expect(refusal?.body).toEqual({
      code: 'certificate.notFromHere',
      message: '这张证书已过期，不能打印。',
      mend: '请先到期换发。',
    })
  })

  it('of renewal waits for its first day, and is asked for once', () => {
    const valid = { ...dueNow, state: 'valid' as const }
    expect(whyNotStep('renew', { ...valid, renewFrom: '2023-08-25' }, today)).toBeNull()
    expect(whyNotStep('renew', { ...valid, renewFrom: '2023-08-26' }, today)?.message).toBe(
      '这张证书有效期到 2023-09-01，2023-08-26 起可以换发。',
    )
    expect(whyNotStep('renew', { ...valid, validUntil: null, renewFrom: null }, today)?.message).toContain(
      '长期有效',
    )
    expect(whyNotStep('ask', { ...valid, askedOn: '2023-08-20' }, today)?.message).toBe(
      '2023-08-20 已经申请换发。',
    )
    expect(whyNotStep('renew', { ...valid, askedOn: '2023-08-20' }, today)).toBeNull()
  })
})

describe('What a filter finds', () => {
  it('is printed as one file up to what one holds; the refusal says how many there are and how to narrow', () => {
    const why = (value: number, capped = false) => whyNotPrintFound({ value, capped })?.body ?? null
    expect([1, mostPrinted].map((value) => why(value))).toEqual([null, null])
    expect(why(0)).toMatchObject({ code: 'certificate.noneFound' })
    expect(why(mostPrinted + 1)?.message).toBe('筛选出的有效证书有 51 张，一份 PDF 最多 50 张。')
    expect(why(10_000, true)?.message).toContain('10,000 张以上')
    expect(why(mostPrinted + 1)?.mend).toContain('缩小范围')
  })
})

describe('An issue', () => {
  const filed = { name: '甲社', tier: 'filed', status: 'active', filedOn: '2023-01-10', holds: null } as const

  it.each([
    ['of a filed one', filed, today, null],
    ['of one that rests', { ...filed, status: 'dormant' as const }, today, null],
    ['where the day of filing is not known', { ...filed, filedOn: null }, '2020-01-01', null],
    ['of a guided one', { ...filed, tier: 'guided' as const }, today, '“甲社”还没有备案，不能核发备案证书。'],
    [
      'of a registered one',
      { ...filed, tier: 'registered' as const },
      today,
      '“甲社”是登记的组织，持登记证书，不发备案证书。',
    ],
    [
      'of one that ended',
      { ...filed, status: 'ended' as const },
      today,
      '“甲社”已退出名录，不能核发备案证书。',
    ],
    ['of one that holds one', { ...filed, holds: 'A-1' }, today, '“甲社”已有证书 A-1。'],
    ['on a day to come', filed, '2023-08-26', '日期（2023-08-26）还没有到。'],
    ['before the filing', filed, '2023-01-09', '日期（2023-01-09）早于 2023-01-10。'],
  ])('%s', (_, holder, on, message) => {
    expect(whyNotIssue(holder, on as Day, today)?.message ?? null).toBe(message)
  })

  it('is the county’s where the rule says so', () => {
    expect(whyNotIssuer('township', ['townshipOfficer'])).toBeNull()
    expect(whyNotIssuer('county', ['townshipOfficer'])?.message).toContain('由县区民政核发')
    expect(whyNotIssuer('county', ['townshipOfficer', 'countyOfficer'])).toBeNull()
  })
})

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01' as Day, count))

describe('Validity', () => {
  it('ends on the day before the same day some years on, and may be renewed some days before', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 365 }),
        (on, years, within) => {
          const { validUntil, renewFrom } = validity(on, years, within)
          const end = new Date(`${on}T00:00:00Z`)
          end.setUTCFullYear(end.getUTCFullYear() + years)
          end.setUTCDate(end.getUTCDate() - 1)
          expect(validUntil).toBe(end.toISOString().slice(0, 10))
          end.setUTCDate(end.getUTCDate() - within)
          const from = end.toISOString().slice(0, 10)
          expect(renewFrom).toBe([from, on].sort().at(-1))
        },
      ),
    )
    expect(validity(today, null, 30)).toEqual({ validUntil: null, renewFrom: null })
  })
})

describe('The issuing body', () => {
  const words = {
    subdistrict: '{area}办事处',
    town: '{area}人民政府',
    zone: '{area}管委会',
    county: '{area}民政局',
  }

  it.each([
    [{ name: '浮桥镇', level: 'township', kind: 'town', countyName: '太仓市' }, '太仓市浮桥镇人民政府'],
    [
      { name: '娄东街道', level: 'township', kind: 'subdistrict', countyName: '太仓市' },
      '太仓市娄东街道办事处',
    ],
    [{ name: '科教新城', level: 'township', kind: 'zone', countyName: '太仓市' }, '太仓市科教新城管委会'],
    [{ name: '太仓市', level: 'county', kind: 'countyCity', countyName: null }, '太仓市民政局'],
    [{ name: '长安镇', level: 'township', kind: 'town', countyName: null }, '长安镇人民政府'],
  ])('of %o is %s', (office, body) => {
    expect(bodyOf(office, words)).toBe(body)
  })
})
