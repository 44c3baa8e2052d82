// Checks which days the control 截至 offers.
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/time.ts'
import { dayChoices } from './day-choices.ts'

const phase = (title: string, from: string, to: string) => ({
  id: title,
  title,
  clause: '三',
  from: from as Day,
  to: to as Day,
})
const phases = [phase('部署', '2021-08-01', '2021-12-31'), phase('总结', '2023-07-01', '2023-12-31')]
const span = { from: '2021-08-01', to: '2023-12-31', phases }

describe('the days offered as of which to compute', () => {
  it('are today and the ends of phases that are over, newest first', () => {
    expect(dayChoices({ ...span, today: '2023-08-25' })).toEqual([
      { day: '2023-08-25', label: '今天' },
      { day: '2021-12-31', label: '部署结束' },
    ])
  })

  it('name the deadline once, although the last phase ends on it', () => {
    expect(dayChoices({ ...span, today: '2026-11-21' }).map(({ label }) => label)).toEqual([
      '今天',
      '期限',
      '部署结束',
    ])
  })

  it('never offer a day before the programme', () => {
    expect(dayChoices({ ...span, from: '2022-01-01', today: '2023-08-25' }).map(({ day }) => day)).toEqual([
      '2023-08-25',
    ])
  })
})
