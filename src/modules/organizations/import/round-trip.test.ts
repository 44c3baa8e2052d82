// Exporting and importing again changes nothing: any organization written as a row comes back the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook, writeXlsx } from '../../../platform/sheets/index.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from '../choices.ts'
import { type FieldId, fieldIds, fieldLabels } from './fields.ts'
import { dataRows } from './header.ts'
import { type FieldValues, parsers, writers } from './read-field.ts'
import { registerVocabulary } from './register-vocabulary.ts'
import { surveySheets } from './survey.ts'
import type { Cell } from './table.ts'

type Values = { [F in FieldId]: FieldValues[F] | null }

/** Text in the form in which the register keeps it, odd words and rare characters among it. */
const text = (field: FieldId): fc.Arbitrary<string | null> => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code))
  const odd = fc.constantFrom(
    '𠮷',
    '👍',
    '（',
    '）',
    '“',
    '=',
    '+',
    '-',
    '@',
    "'",
    ' ',
    '无',
    '/',
    '1',
    '_x0041_',
    '\n',
    '合计',
    '注：',
  )
  return fc.array(fc.oneof({ weight: 3, arbitrary: han }, odd), { maxLength: 15 }).map((list) => {
    const parsed = parsers[field](`'${list.join('')}`)
    return 'ok' in parsed ? (parsed.ok as string | null) : null
  })
}

const choice = <T extends object>(table: T) =>
  fc.constantFrom(null, ...(Object.keys(table) as (keyof T & string)[]))
const count = fc.option(fc.nat(100_000))
const flag = fc.option(fc.boolean())
const day = fc.option(
  fc
    .tuple(
      fc.date({ min: new Date('1949-10-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
      fc.constantFrom('day', 'month', 'year'),
    )
    .map(([date, precision]) => {
      const iso = date.toISOString().slice(0, 10)
      const cut =
        precision === 'day'
          ? iso
          : precision === 'month'
            ? `${iso.slice(0, 7)}-01`
            : `${iso.slice(0, 4)}-01-01`
      return { day: cut, precision } as const
    }),
)

const organization: fc.Arbitrary<Values> = fc.record({
  name: text('name').map((name) => `榆康社区${name ?? ''}舞蹈队`),
  category: choice(categories),
  township: text('township'),
  community: text('community'),
  area: text('area'),
  leader: text('leader'),
  phone: fc.constantFrom(null, '13800001111', '0512-53530000', '138****1111', '0512-53530000-801'),
  members: count,
  partyMembers: count,
  foundedOn: day,
  filedOn: day,
  registeredOn: day,
  place: text('place'),
  scope: text('scope'),
  partyBranch: choice(partyPresences),
  tier: choice(tiers),
  legalForm: choice(legalForms),
  unifiedCode: fc.constantFrom(null, '51440113MJK000014R', '91350203M0001QAY9B', '001234567'),
  residentsServed: count,
  hub: flag,
  charter: flag,
  status: choice(organizationStatuses),
  note: text('note'),
})

/** The cell of a field, as export writes it. */
function written<F extends FieldId>(field: F, values: Values): Cell {
  const value = values[field]
  return value === null ? null : writers[field](value as FieldValues[F])
}

function read(cells: readonly Cell[], fields: readonly (FieldId | null)[]): Values {
  const empty = Object.fromEntries(fieldIds.map((field) => [field, null]))
  const found = fields.flatMap((field, i) => {
    if (field === null) return []
    const parsed = parsers[field](cells[i] ?? null)
    return [[field, 'ok' in parsed ? parsed.ok : parsed.problem]]
  })
  return { ...empty, ...Object.fromEntries(found) } as Values
}

test('an export read by the importer is what was exported', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(organization, { minLength: 1, maxLength: 30 }),
      fc.shuffledSubarray(fieldIds, { minLength: fieldIds.length }),
      async (all, order) => {
        const rows = all.map((one) => order.map((field) => written(field, one)))
        const columns = order.map((field) => ({ title: fieldLabels[field] }))
        const chunks: Buffer[] = []
        for await (const chunk of writeXlsx([{ name: '名录', columns, rows }])) chunks.push(chunk as Buffer)
        const { sheets } = await readWorkbook(Buffer.concat(chunks), '名录.xlsx')
        const { findings, best } = surveySheets(sheets, registerVocabulary)
        const [sheet, finding] = [sheets[best ?? -1], findings[best ?? -1]]
        if (!sheet || !finding?.header) throw new Error('the export was not understood')
        const fields = finding.matches.map(({ field }) => field as FieldId | null)
        expect([...dataRows(sheet, finding.header)].map(({ cells }) => read(cells, fields))).toEqual(all)
      },
    ),
    { numRuns: 60 },
  )
})
