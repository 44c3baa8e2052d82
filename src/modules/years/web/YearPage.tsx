// An organization's yearly report: filled from the records of all modules, to read on a phone and to print on A4.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { urlOf } from '../../../ui/call.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { PartIndex } from '../../../ui/PartIndex.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { PartsContext, useAnnouncements } from '../../../ui/page-parts.ts'
import type { YearPart, YearSheet } from '../year-sheet.ts'
import { spanWords } from '../year-words.ts'
import { yearsApi } from '../years-api.ts'
import { RegisterPart } from './RegisterPart.tsx'
import { YearLines } from './YearLines.tsx'
import { useYear } from './year-queries.ts'
import './years.css'

export function YearPage(): ReactNode {
  const { id = '', year = '' } = useParams()
  const { data, error, refetch } = useYear(id, year)
  if (data && !error) return <Shown key={`${id} ${year}`} sheet={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="年度报告" back={{ to: `/organizations/${id}`, label: '组织' }} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ sheet }: { sheet: YearSheet }): ReactNode {
  const { organization, year, parts } = sheet
  const filled = parts.filter(({ lines }) => lines.length > 0)
  const announcements = useAnnouncements()
  return (
    <PartsContext value={announcements}>
      <PageHeader
        title={`${organization.name} ${year} 年度报告`}
        sentence={`${organization.areaName} · ${spanWords(sheet)}。数字都来自记录，没有一个是填上去的。`}
        back={{ to: `/organizations/${organization.id}`, label: organization.name }}
        extra={<Tools sheet={sheet} />}
      />
      <OtherYears sheet={sheet} />
      <PartIndex entries={[{ id: 'register', title: '名录登记' }, ...filled]} />
      <div className="year-parts">
        <RegisterPart sheet={sheet} />
        {filled.map((part) => (
          <OnePart key={part.id} part={part} sheet={sheet} />
        ))}
        <Absences sheet={sheet} />
      </div>
    </PartsContext>
  )
}

function Tools({ sheet: { organization, year } }: { sheet: YearSheet }): ReactNode {
  const params = { id: organization.id, year }
  return (
    <>
      <PrintMenu />
      <Button href={urlOf(yearsApi.document, { params })} download>
        下载 Word
      </Button>
    </>
  )
}

function OtherYears({ sheet: { organization, year, years } }: { sheet: YearSheet }): ReactNode {
  const to = (other: number) => `/organizations/${organization.id}/years/${other}`
  return (
    <nav className="year-links no-print" aria-label="别的年度">
      {year > years.first && <ButtonLink to={to(year - 1)}>{`← ${year - 1} 年`}</ButtonLink>}
      {year < years.last && <ButtonLink to={to(year + 1)}>{`${year + 1} 年 →`}</ButtonLink>}
    </nav>
  )
}

function OnePart({ part: { id, title, lines, none }, sheet }: PartProps): ReactNode {
  return (
    <PagePart id={id} title={title}>
      <YearLines lines={lines} sheet={sheet} />
      {none.length > 0 && <p className="faint small">本年没有：{none.join('、')}。</p>}
    </PagePart>
  )
}

type PartProps = { part: YearPart; sheet: YearSheet }

/** What the report does not say, and why. */
function Absences({ sheet }: { sheet: YearSheet }): ReactNode {
  const { parts, uncollected, withheld, organization } = sheet
  const empty = parts.filter(({ lines }) => lines.length === 0).map(({ title }) => title)
  return (
    <section className="panel year-absences" aria-label="没有写进来的">
      {empty.length > 0 && <p>本年没有记录：{empty.join('、')}。</p>}
      {uncollected.length > 0 && (
        <p className="faint">系统还没有采集：{uncollected.join('、')}。没有采集不等于没有。</p>
      )}
      {withheld.length > 0 && <p className="faint">您的岗位看不到：{withheld.join('、')}。</p>}
      <p className="faint">
        记录有错的，请到各自的页面更正，这里随之改变；见
        <Link to={`/organizations/${organization.id}`}>{organization.name}</Link>。
      </p>
    </section>
  )
}
