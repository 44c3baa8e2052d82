// The person's own corner: who I am here, which posting I work under, password, large type, sign out.
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '../../../ui/call.ts'
import { useLargeType } from '../../../ui/device-store.ts'
import { Icon } from '../../../ui/icons.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { peopleApi } from '../people-api.ts'
import { roles } from '../roles.ts'
import { usePosting, useSession, useSetSession } from './session-queries.ts'

export function AccountMenu(): ReactNode {
  const { person } = useSession()
  const [posting] = usePosting()
  const narrow = useNarrow()
  const where = posting && `${posting.areaName} · ${roles[posting.role]}`
  return (
    <MenuButton
      name={`我的：${person.displayName}${where ? `，${where}` : ''}`}
      label={
        <>
          <Icon name="person" />
          <span className="account-name">
            {narrow
              ? (posting?.areaName ?? person.displayName)
              : [person.displayName, where].filter(Boolean).join(' · ')}
          </span>
          <Icon name="down" size={14} />
        </>
      }
    >
      <PostingChoice />
      <Link to="/me">
        <Icon name="person" />
        我的账号，修改密码
      </Link>
      <LargeTypeChoice />
      <hr />
      <SignOut />
    </MenuButton>
  )
}

function PostingChoice(): ReactNode {
  const { postings } = useSession()
  const [now, choose] = usePosting()
  if (postings.length < 2)
    return now && <p className="menu-note">{`${now.areaPath.join(' ')} · ${roles[now.role]}`}</p>
  return (
    <>
      <p className="menu-note">现在以这个岗位工作：</p>
      {postings.map((posting) => (
        <button
          key={posting.id}
          type="button"
          aria-pressed={posting.id === now?.id}
          onClick={() => choose(posting.id)}
        >
          <span className="tick">{posting.id === now?.id && <Icon name="check" size={16} />}</span>
          {`${posting.areaName} · ${roles[posting.role]}`}
        </button>
      ))}
      <hr />
    </>
  )
}

function LargeTypeChoice(): ReactNode {
  const [large, setLarge] = useLargeType()
  return (
    <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
      <span className="tick">{large && <Icon name="check" size={16} />}</span>
      大字
    </button>
  )
}

function SignOut(): ReactNode {
  const setSession = useSetSession()
  const navigate = useNavigate()
  const signOut = useMutation({
    mutationFn: () => call(peopleApi.signOut),
    onSettled: async () => {
      setSession(null)
      await navigate('/sign-in')
    },
  })
  return (
    <button type="button" onClick={() => signOut.mutate()}>
      <span className="tick" />
      退出
    </button>
  )
}
