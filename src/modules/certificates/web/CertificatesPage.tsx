// Certificates of one's own area: find, export, choose and print; the way to those that still wait for one.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import type { Certificate } from '../certificate.ts'
import { certificatesApi, type StateFilter, stateFilters } from '../certificates-api.ts'
import { CertificateStateTag } from './CertificateStateTag.tsx'
import { type FilterQuery, useCertificateCount, useCertificates } from './certificate-queries.ts'
import { PrintFound } from './PrintFound.tsx'
import { PrintMany } from './PrintMany.tsx'
import '../../organizations/web/organizations.css'
import './certificates.css'

export function CertificatesPage(): ReactNode {
  const [search] = useSearchParams()
  const may = useMay()
  const filter = filterOf(search)
  return (
    <>
      <PageHeader
        title="备案证书"
        sentence="发给备案组织的证书；扫证书上的二维码，谁都能查它现在是否有效。"
        action={
          may('certificate.issue') && (
            <ButtonLink primary to="/certificates/waiting">
              核发证书
            </ButtonLink>
          )
        }
        extra={
          <>
            {may('certificate.export') && (
              <Button href={urlOf(certificatesApi.export, { query: filter })} download>
                导出
              </Button>
            )}
            <ButtonLink to="/verify">查验证书</ButtonLink>
          </>
        }
      />
      <Narrowing />
      <List filter={filter} />
    </>
  )
}

const isState = (text: string): text is StateFilter => Object.hasOwn(stateFilters, text)

function filterOf(search: URLSearchParams): FilterQuery {
  const [area, q] = [search.get('area'), search.get('q')]
  const state = search.getAll('state').filter(isState)
  return { ...(area && { area }), ...(q && { q }), ...(state.length > 0 && { state }) }
}

const rows = [{ key: 'state', title: '状态', options: chipsOf(stateFilters) }]

function Narrowing(): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url} rows={rows}>
      <SearchInput label="按组织名称或证书编号搜索" placeholder="组织名称或证书编号" />
      <AreaFilter url={url} />
    </Filters>
  )
}

const columns: readonly Column<Certificate>[] = [
  {
    key: 'name',
    title: '组织',
    width: '26%',
    card: 'title',
    cell: (one) => <Link to={`/organizations/${one.organization}#certificate`}>{one.organizationName}</Link>,
  },
  {
    key: 'number',
    title: '证书编号',
    card: 'words',
    cell: (one) => <span className="certificate-number">{one.number}</span>,
  },
  { key: 'place', title: '所在社区（村）', card: 'words', cell: (one) => one.place },
  { key: 'issuedOn', title: '发证日期', cell: (one) => <span className="nowrap">{one.issuedOn}</span> },
  {
    key: 'validUntil',
    title: '有效期至',
    cell: (one) => <span className="nowrap">{one.validUntil ?? '长期'}</span>,
  },
  { key: 'state', title: '状态', card: 'mark', cell: (one) => <CertificateStateTag state={one.state} /> },
]

function List({ filter }: { filter: FilterQuery }): ReactNode {
  const keyset = useKeyset()
  const may = useMay()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Certificate>>(new Map())
  const query = { ...filter, limit: 50, ...(keyset.after && { after: keyset.after }) }
  const { data, error, refetch, isPlaceholderData } = useCertificates(query)
  const count = useCertificateCount(filter)
  const known = new Map([...chosen, ...(data?.items ?? []).map((one) => [one.id, one] as const)])
  const choose = (ids: readonly string[]) =>
    setChosen(
      new Map(ids.flatMap((id) => [known.get(id)].flatMap((one) => (one ? [[id, one] as const] : [])))),
    )
  return (
    <>
      <div className="list-bar certificate-bar no-print">
        <CountText count={count.data} unit="张" noun="证书" />
        {may('certificate.print') && <PrintFound filter={filter} />}
      </div>
      <DataTable
        label="备案证书"
        columns={columns}
        rows={data?.items}
        rowKey={(one) => one.id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(may('certificate.print') && {
          selection: {
            keys: [...chosen.keys()],
            onChange: choose,
            nameOf: (id: string) => known.get(id)?.organizationName ?? '',
          },
        })}
      />
      <PrintBar chosen={[...chosen.values()]} onClear={() => setChosen(new Map())} />
    </>
  )
}

function Empty(): ReactNode {
  const url = useUrlState()
  return url.filled(['area', 'q', 'state']) > 0 ? (
    <EmptyHint title="没有符合这些条件的证书">放宽一两个条件再看。</EmptyHint>
  ) : (
    <EmptyHint title="还没有发过备案证书">点“核发证书”，给已备案的组织发证。</EmptyHint>
  )
}

type BarProps = { chosen: readonly Certificate[]; onClear: () => void }

/** Only what holds is printed; the rest is said to be left out. */
function PrintBar({ chosen, onClear }: BarProps): ReactNode {
  if (chosen.length === 0) return null
  const valid = chosen.filter(({ state }) => state === 'valid').map(({ id }) => id)
  const left = chosen.length - valid.length
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的证书">
      <span className="form-bar-words" role="status">
        已选 {chosen.length} 张{left > 0 && `，其中 ${left} 张不是有效的，不打印`}
      </span>
      <Button onClick={onClear}>取消选择</Button>
      <PrintMany ids={valid} />
    </section>
  )
}
