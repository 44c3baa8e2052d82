// A link to another page that looks like a button; it may be opened in a new tab like any link.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

type Props = {
  to: string
  primary?: boolean
  icon?: ReactNode
  children: ReactNode
}

export function ButtonLink({ to, primary = false, icon, children }: Props): ReactNode {
  const follow = useLinkClickHandler<HTMLElement>(to)
  return (
    <Button
      href={useHref(to)}
      type={primary ? 'primary' : 'default'}
      icon={icon}
      onClick={(event) => follow(event as Parameters<typeof follow>[0])}
    >
      {children}
    </Button>
  )
}
