// The columns of the townships: place, hubs with what they do, how many are served.
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { HubTownship } from '../hub.ts'

/** `withCounty`: the rows are of several counties. */
export const townshipColumns = (
  offered: Readonly<Record<string, string>>,
  withCounty: boolean,
): Column<HubTownship>[] => [
  {
    key: 'township',
    title: '街道（乡镇）',
    width: '18%',
    card: 'title',
    cell: ({ name, countyName }) => (
      <>
        {name}
        {withCounty && countyName && <small className="hub-small">{countyName}</small>}
      </>
    ),
  },
  {
    key: 'state',
    title: '枢纽',
    width: '11%',
    card: 'mark',
    cell: ({ hubs }) =>
      hubs.length > 0 ? (
        <StateTag tone="met" word={`${hubs.length} 个`} />
      ) : (
        <StateTag tone="behind" word="还没有" />
      ),
  },
  {
    key: 'hubs',
    title: '枢纽型组织和服务',
    card: 'words',
    cell: ({ code, hubs }) =>
      hubs.length > 0 ? (
        <ul className="plain-list">
          {hubs.map((hub) => (
            <li key={hub.id}>
              <Link to={`/organizations/${hub.id}#hubs`}>{hub.name}</Link>
              <small className="hub-small">{hubWords(hub, offered)}</small>
            </li>
          ))}
        </ul>
      ) : (
        <Link className="no-print" to={`/organizations?area=${code}`}>
          从名录里找一个，标为枢纽型
        </Link>
      ),
  },
  {
    key: 'served',
    title: '有枢纽服务',
    align: 'right',
    width: '16%',
    cell: ({ served, organizations }) => `${asNumber(served)} / ${asNumber(organizations)}`,
  },
]

const hubWords = (
  { served, services, since }: HubTownship['hubs'][number],
  offered: Readonly<Record<string, string>>,
): string =>
  [
    served > 0 ? `服务 ${asNumber(served)} 个组织` : '还没有记录服务哪些组织',
    services.map((service) => offered[service] ?? service).join('、'),
    since && `${since} 起`,
  ]
    .filter(Boolean)
    .join(' · ')
