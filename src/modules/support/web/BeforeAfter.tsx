// What changed since an organization entered: from the register and the projects, nothing typed.
import type { ReactNode } from 'react'
import { organizationStatuses, tiers } from '../../organizations/choices.ts'
import type { IncubationView, Standing } from '../incubation.ts'

type Known = NonNullable<Standing>

const orUnknown = (value: number | null): string => (value === null ? '不详' : `${value} 人`)
const wordIn = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name

const lines: readonly { title: string; of: (standing: Known) => string }[] = [
  { title: '成员', of: ({ members }) => orUnknown(members) },
  { title: '党员', of: ({ partyMembers }) => orUnknown(partyMembers) },
  { title: '管理方式', of: ({ tier }) => wordIn(tiers, tier) },
  { title: '状态', of: ({ status }) => wordIn(organizationStatuses, status) },
  { title: '章程', of: ({ charter }) => (charter === null ? '不详' : charter ? '有' : '没有') },
  { title: '近一年的服务项目', of: ({ projects }) => `${projects} 个` },
]

export function BeforeAfter({ view: { before, after, exitedOn } }: { view: IncubationView }): ReactNode {
  return (
    <section className="panel" aria-labelledby="before-after">
      <h2 id="before-after">入驻前后</h2>
      {before || after ? (
        <table className="support-compare">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">项目</span>
              </th>
              <th scope="col">入驻时</th>
              <th scope="col">{exitedOn ? '出孵化时' : '现在'}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ title, of }) => (
              <Line key={title} title={title} before={before && of(before)} after={after && of(after)} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="fact-unknown">那时它不在名录里，没有可比的数字。</p>
      )}
    </section>
  )
}

type LineProps = { title: string; before: string | null; after: string | null }

const Line = ({ title, before, after }: LineProps): ReactNode => (
  <tr>
    <th scope="row">{title}</th>
    <td>{before ?? '不在名录'}</td>
    <td className={before !== after ? 'support-changed' : ''}>{after ?? '不在名录'}</td>
  </tr>
)
