// The roster: typed row by row on a phone, or taken from a workbook; saved as a whole.
import { Button, Input } from 'antd'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { ChooseMany, ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CallProblem } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type Application, type Member, partyStandings } from '../filing.ts'
import { useRoster, useSaveRoster, useUploadRoster } from './filing-queries.ts'
import { placesIn } from './use-filling.ts'

const nobody: Member = { name: '', mark: null, leader: false, keyMember: false, party: null }

/** Going on to the next part saves the roster first; false when that failed. */
export type RosterSaver = RefObject<(() => Promise<boolean>) | null>

type Props = { application: Application; saver: RosterSaver }

export function RosterEditor({ application: { id, memberCount }, saver }: Props): ReactNode {
  const { data } = useRoster(id, true)
  const [members, setMembers] = useState<Member[] | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  const save = useSaveRoster(id)
  const upload = useUploadRoster(id)
  useEffect(() => {
    if (data) setMembers((now) => now ?? data.members)
  }, [data])
  const rows = members ?? []
  const change = (at: number, patch: Partial<Member>) =>
    setMembers(rows.map((row, index) => (index === at ? { ...row, ...patch } : row)))
  const add = () => {
    setMembers([...rows, nobody])
    setOpen(rows.length)
  }
  const read = (file: File) =>
    upload.mutate(file, { onSuccess: () => setMembers(null), onSettled: () => setOpen(null) })
  const named = rows.filter(({ name }) => name.trim() !== '')
  const isNew = data !== undefined && JSON.stringify(named) !== JSON.stringify(data.members)
  useEffect(() => {
    saver.current = async () => {
      if (!isNew) return true
      return save.mutateAsync(named).then(
        () => true,
        () => false,
      )
    }
    return () => {
      saver.current = null
    }
  })
  return (
    <section
      className="form-section"
      aria-labelledby="roster-title"
      id="field-materials-roster"
      tabIndex={-1}
    >
      <h2 id="roster-title">成员名册{memberCount > 0 && `（${memberCount} 人）`}</h2>
      <p className="faint">
        只要姓名；不收身份证号和电话。谁是党员只有党务部门和填写的人看得到，别人只看人数；不知道就选“不详”。
      </p>
      <div className="roster-tools">
        <FileButton accept=".xlsx,.xls,.csv" loading={upload.isPending} onFile={read}>
          从表格导入
        </FileButton>
        <span className="faint">第一行写：姓名、职务、政治面貌；会换掉下面的名单</span>
      </div>
      <ProblemAlert
        problem={upload.error}
        labels={Object.fromEntries(placesIn(upload.error).map((at) => [at, '名册']))}
      />
      <ol className="roster">
        {rows.map((member, at) => (
          <MemberRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a member has no identity but the place in the list
            key={at}
            at={at}
            member={member}
            open={open === at}
            fault={faultAt(save.error, at)}
            onOpen={() => setOpen(open === at ? null : at)}
            onChange={(patch) => change(at, patch)}
            onDrop={() => setMembers(rows.filter((_, index) => index !== at))}
          />
        ))}
      </ol>
      <div className="roster-tools">
        <Button icon={<Icon name="plus" size={16} />} onClick={add}>
          加一个人
        </Button>
        <Button type="primary" disabled={!isNew} loading={save.isPending} onClick={() => save.mutate(named)}>
          保存名册{isNew && `（${named.length} 人）`}
        </Button>
      </div>
      <ProblemAlert problem={save.error} shown={placesIn(save.error)} />
    </section>
  )
}

const faultAt = (problem: unknown, at: number): string | undefined =>
  problem instanceof CallProblem
    ? problem.faults.find((fault) => fault.at.includes(`members.${at}.`))?.message
    : undefined

type RowProps = {
  at: number
  member: Member
  open: boolean
  fault: string | undefined
  onOpen: () => void
  onChange: (patch: Partial<Member>) => void
  onDrop: () => void
}

function MemberRow({ at, member, open, fault, onOpen, onChange, onDrop }: RowProps): ReactNode {
  const said = [
    member.leader ? '负责人' : member.keyMember && '骨干',
    member.party && partyStandings[member.party],
  ]
  const words = said.filter(Boolean).join(' · ')
  return (
    <li className={fault ? 'roster-row faulty' : 'roster-row'}>
      <div className="roster-line">
        <Input
          aria-label={`第 ${at + 1} 人的姓名`}
          placeholder="姓名"
          autoComplete="off"
          status={fault ? 'error' : ''}
          value={member.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <button type="button" className="text-button" aria-expanded={open} onClick={onOpen}>
          {words || '更多'}
        </button>
        <button
          type="button"
          className="text-button danger"
          aria-label={`删去第 ${at + 1} 人`}
          onClick={onDrop}
        >
          删去
        </button>
      </div>
      {fault && <p className="form-field-fault">{fault}</p>}
      {open && <MemberMore at={at} member={member} onChange={onChange} />}
    </li>
  )
}

const partyOptions = [...chipsOf<string>(partyStandings), { value: 'unknown', label: '不详' }]

function MemberMore({ at, member, onChange }: Pick<RowProps, 'at' | 'member' | 'onChange'>): ReactNode {
  return (
    <div className="roster-more">
      <ChooseMany
        options={chipsOf({ leader: '负责人', keyMember: '骨干' })}
        value={[...(member.leader ? ['leader'] : []), ...(member.keyMember ? ['keyMember'] : [])]}
        onChange={(chosen) =>
          onChange({ leader: chosen.includes('leader'), keyMember: chosen.includes('keyMember') })
        }
      />
      <ChooseOne
        name={`party-${at}`}
        options={partyOptions}
        value={member.party ?? 'unknown'}
        onChange={(party) => onChange({ party: party === 'unknown' ? null : (party as Member['party']) })}
      />
      <Input
        aria-label={`第 ${at + 1} 人的同名区分`}
        placeholder="有同名的，写个区别：3 号楼"
        maxLength={20}
        value={member.mark ?? ''}
        onChange={(event) => onChange({ mark: event.target.value || null })}
      />
    </div>
  )
}
