// Which account the leader of an organization signs in with: tied, opened or loosened by the community.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../../../ui/call.ts'
import { PagePart } from '../../../ui/PagePart.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { leadersApi } from '../../people/leaders-api.ts'
import { LeaderDialog } from '../../people/web/LeaderDialog.tsx'
import { keepersApi } from '../keepers-api.ts'
import type { Organization } from '../organization.ts'

export function KeeperSection({ organization }: { organization: Organization }): ReactNode {
  const { id, area, leader } = organization
  const params = { id }
  const cache = useQueryClient()
  const [opening, setOpening] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['keeper', id],
    queryFn: ({ signal }) => call(keepersApi.one, { params, signal }),
  })
  const { data: leaders } = useQuery({
    queryKey: ['leaders', area],
    queryFn: ({ signal }) => call(leadersApi.list, { query: { area }, signal }),
  })
  const tie = useMutation({
    mutationFn: (person: string | null) => call(keepersApi.set, { params, body: { person } }),
    onSuccess: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  if (organization.status === 'ended') return null
  return (
    <PagePart id="keeper" title="负责人账号" waiting={!data} problem={error} retry={() => void refetch()}>
      <p className="faint">负责人登录后，能看自己的组织、申请升级、办变更；别的组织看不到。</p>
      <div className="keeper-tie">
        <select
          className="native-select"
          aria-label="负责人账号"
          disabled={tie.isPending}
          value={data?.keeper?.id ?? ''}
          onChange={(event) => tie.mutate(event.target.value || null)}
        >
          <option value="">没有账号，由社区代办</option>
          {leaders?.items.map((one) => (
            <option key={one.id} value={one.id}>
              {one.displayName}（登录名 {one.loginName}）
            </option>
          ))}
        </select>
        <Button onClick={() => setOpening(true)}>开一个账号</Button>
      </div>
      <ProblemAlert problem={tie.error} />
      {opening && (
        <LeaderDialog
          area={area}
          name={leader ?? ''}
          onOpened={(slip) => tie.mutate(slip.id)}
          onClose={() => setOpening(false)}
        />
      )}
    </PagePart>
  )
}
