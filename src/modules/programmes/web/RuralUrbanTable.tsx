// The two kinds of communities side by side; each total opens its records.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import type { RuralUrban } from '../programmes-api.ts'
import { ruralUrbanPath, usePlace } from './place.ts'
import { numberOr, type Side, shareOr, sideTitles } from './rural-urban-words.ts'

type Props = { id: string; data: RuralUrban }

export function RuralUrbanTable({ id, data }: Props): ReactNode {
  const { urban, rural, above, share, unit, title } = data
  return (
    <section className="panel" aria-labelledby="sides">
      <h2 id="sides">{`${title}（${unit}）`}</h2>
      <table className="sides">
        <thead>
          <tr>
            <td />
            <th scope="col">城市</th>
            <th scope="col">农村</th>
            <th scope="col">农村占城市</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{data.kind === 'flow' ? `${data.asOf.slice(0, 4)} 年合计` : '合计'}</th>
            <td>
              <Total id={id} data={data} side="urban" />
            </td>
            <td>
              <Total id={id} data={data} side="rural" />
            </td>
            <td />
          </tr>
          <tr>
            <th scope="row">社区（村）数</th>
            <td>{asNumber(urban.communities)}</td>
            <td>{asNumber(rural.communities)}</td>
            <td />
          </tr>
          <tr className="sides-main">
            <th scope="row">每个社区（村）</th>
            <td>{numberOr(urban.perCommunity)}</td>
            <td>{numberOr(rural.perCommunity)}</td>
            <td>{shareOr(share.perCommunity)}</td>
          </tr>
          <tr className="sides-main">
            <th scope="row">每千名居民</th>
            <td>{numberOr(urban.perThousand)}</td>
            <td>{numberOr(rural.perThousand)}</td>
            <td>{shareOr(share.perThousand)}</td>
          </tr>
        </tbody>
      </table>
      <p className="faint">{peopleWords(data)}</p>
      {above.quantity > 0 && (
        <p className="faint">
          另有 <Total id={id} data={data} side="above" /> {unit}不在社区（村）一级，不分城乡。
        </p>
      )}
    </section>
  )
}

function Total({ id, data, side }: Props & { side: Side }): ReactNode {
  const place = usePlace()
  const path = ruralUrbanPath(id, { ...place, measure: data.measure, side })
  return (
    <Link to={`${path}#records`} aria-label={`${numberOr(data[side].quantity)}，看${sideTitles[side]}的记录`}>
      {numberOr(data[side].quantity)}
    </Link>
  )
}

/** The residents are known only as far as somebody put them on record. */
function peopleWords({ urban, rural }: RuralUrban): string {
  const [peopled, all] = [urban.peopled + rural.peopled, urban.communities + rural.communities]
  if (peopled === 0) return '还没有登记常住人口，所以说不出每千名居民的数；在“区划”里登记或导入。'
  const those = peopled === all ? '全部社区（村）' : `${asNumber(peopled)} / ${asNumber(all)} 个社区（村）`
  return `每千名居民的数按已登记常住人口的${those}计算，共 ${asNumber(urban.residents + rural.residents)} 人。`
}
