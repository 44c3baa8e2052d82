// Home: what I must do today, and what my community still lacks or how my programmes stand.
import type { ReactNode } from 'react'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { roles } from '../../people/roles.ts'
import { useMay, usePosting, useSession } from '../../people/web/session-queries.ts'
import type { Home } from '../programmes-api.ts'
import { HomeCommunity } from './HomeCommunity.tsx'
import { HomeDoors } from './HomeDoors.tsx'
import { HomeKept } from './HomeKept.tsx'
import { HomeProgrammes } from './HomeProgrammes.tsx'
import { HomeTodos } from './HomeTodos.tsx'
import { HomeWork } from './HomeWork.tsx'
import { useHome } from './programme-queries.ts'
import './figures.css'
import './home.css'

export function HomePage(): ReactNode {
  useTitle('今日')
  const may = useMay()
  if (may('programme.see')) return <Working />
  return may('organization.see') ? <Leading /> : <Waiting />
}

function Working(): ReactNode {
  const { postings } = useSession()
  const [posting] = usePosting()
  const { data, error, refetch } = useHome(posting?.area)
  return (
    <div className="home">
      <Greeting greeting={data?.greeting} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Today home={data} area={postings.length > 1 ? posting?.area : undefined} />}
    </div>
  )
}

/** Somebody who leads organizations: what waits for them, and how they stand on the register. */
function Leading(): ReactNode {
  return (
    <div className="home">
      <Greeting greeting={undefined} />
      <div className="home-grid">
        <HomeWork area={undefined} quiet={false} />
        <HomeKept />
      </div>
    </div>
  )
}

/** Somebody who has little to do here, or who has no posting. */
function Waiting(): ReactNode {
  const may = useMay()
  return (
    <div className="home">
      <Greeting greeting={undefined} />
      {may('work.see') ? (
        <HomeWork area={undefined} quiet={false} />
      ) : (
        <div className="empty-box">
          <EmptyHint title="您还没有岗位">请联系本级系统管理员给您一个岗位。</EmptyHint>
        </div>
      )}
    </div>
  )
}

/** `area`: where the work lies that is shown, for somebody who works in several; else all of it. */
function Today({ home, area }: { home: Home | undefined; area: string | undefined }): ReactNode {
  if (!home)
    return (
      <div className="panel">
        <Bones lines={5} />
      </div>
    )
  const { community, programmes } = home
  return (
    <div className="home-grid">
      <div>
        <HomeWork area={area} quiet={home.todos.length > 0} />
        {home.todos.length > 0 && <HomeTodos todos={home.todos} />}
      </div>
      <div className="home-side">
        {community && <HomeCommunity home={home} community={community} />}
        {!community && programmes.length > 0 && <HomeProgrammes programmes={programmes} />}
        <HomeDoors />
      </div>
    </div>
  )
}

/** Where I work; on a phone a coloured head. Somebody with several postings chooses here. */
function Greeting({ greeting }: { greeting: Home['greeting'] | undefined }): ReactNode {
  const { today } = useSession()
  const [posting] = usePosting()
  const role = greeting?.role ?? (posting && roles[posting.role])
  const path = (greeting?.path.split(' · ') ?? posting?.areaPath.slice(0, -1))?.slice(-2)
  return (
    <div className="greeting">
      <div>
        <p>{[...(path ?? []), role].filter(Boolean).join(' · ')}</p>
        <h1>{greeting?.area.name ?? posting?.areaName ?? '今日'}</h1>
      </div>
      <PostingChoice />
      <p className="greeting-day">{dayWords(today)}</p>
    </div>
  )
}

function PostingChoice(): ReactNode {
  const { postings } = useSession()
  const [posting, choose] = usePosting()
  if (postings.length < 2) return null
  return (
    <label className="posting-choice">
      现在看
      <select value={posting?.id} onChange={(event) => choose(event.target.value)}>
        {postings.map(({ id, areaName, role }) => (
          <option key={id} value={id}>
            {`${areaName} · ${roles[role]}`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** 2023年8月25日 星期五 */
const dayWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('zh-CN', { dateStyle: 'full', timeZone: 'UTC' })
