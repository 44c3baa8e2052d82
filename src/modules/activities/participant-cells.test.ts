// Cells of paper lists of who came: every label and every usual word is read, nothing is guessed.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ServedKind, servedKinds } from '../people/served-kinds.ts'
import { parseKinds, parseMobile } from './participant-cells.ts'

const kinds = Object.keys(servedKinds) as ServedKind[]

it('reads each kind by the label that the pages show, alone', () => {
  for (const kind of kinds) expect(parseKinds(servedKinds[kind])).toEqual({ ok: [kind] })
})

it('reads several kinds, each once, whatever stands between them', () => {
  const word: Partial<Record<ServedKind, string>> = {
    lowIncome: '低保',
    emptyNest: '空巢老人',
    disabled: '残疾人',
  }
  const some = fc.array(fc.constantFrom('lowIncome', 'emptyNest', 'disabled'), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(some, fc.constantFrom('、', '，', ',', ' ; ', '/'), (given, between) => {
      expect(parseKinds(given.map((kind) => word[kind]).join(between))).toEqual({ ok: [...new Set(given)] })
    }),
  )
})

it('reads nothing as none and refuses what is no kind', () => {
  for (const cell of [null, '', '无']) expect(parseKinds(cell)).toEqual({ ok: null })
  for (const cell of ['大学生', '低保、大学生', 'constructor'])
    expect(parseKinds(cell)).toMatchObject({ problem: expect.stringContaining('读到') })
})

it('takes mobile numbers alone', () => {
  expect(parseMobile('139 1111 2222')).toMatchObject({ ok: '13911112222' })
  expect(parseMobile('')).toEqual({ ok: null })
  for (const cell of ['0512-53530000', '139****2222', '139'])
    expect('problem' in parseMobile(cell)).toBe(true)
})
