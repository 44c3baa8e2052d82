// Second step: the programme that is carried out here: a shipped pack, one's own, or later.
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { ChosenArea, ChosenPack } from './first-run-choice.ts'
import { packsQuery } from './first-run-queries.ts'
import { orderedPacks } from './pack-order.ts'

type Props = {
  area: ChosenArea | null
  value: ChosenPack | null
  onChange: (pack: ChosenPack) => void
  onBack: () => void
  onNext: () => void
}

export function PackStep({ area, value, onChange, onBack, onNext }: Props): ReactNode {
  const { data, error, refetch } = useQuery(packsQuery)
  const ready = value !== null && (value.kind !== 'own' || value.text.trim() !== '')
  return (
    <>
      <h2>{`${area?.name ?? ''}按哪个方案做？`}</h2>
      <p className="faint">方案包写明阶段、类别和每项目标。选最接近的一个，以后可以换成本地自己的。</p>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={5} />}
      <fieldset className="choice-list">
        <legend className="sr-only">方案包</legend>
        {orderedPacks(data?.items ?? [], area?.code ?? '').map((pack) => (
          <Choice
            key={pack.id}
            chosen={value?.kind === 'shipped' && value.id === pack.id}
            onChoose={() => onChange({ kind: 'shipped', id: pack.id })}
            title={pack.title}
            note={[pack.fits ? `${pack.areaName}，与所选地区相符` : pack.areaName, pack.note]
              .filter(Boolean)
              .join('。')}
          />
        ))}
        <Choice
          chosen={value?.kind === 'own'}
          onChoose={() => onChange({ kind: 'own', text: '' })}
          title="用自己的方案包"
          note="粘贴或选择一个 YAML 文件"
        />
        {value?.kind === 'own' && (
          <OwnPack text={value.text} onChange={(text) => onChange({ kind: 'own', text })} />
        )}
        <Choice
          chosen={value?.kind === 'later'}
          onChoose={() => onChange({ kind: 'later' })}
          title="以后再选"
          note="先建组织名录；方案包随时可以由管理员装入"
        />
      </fieldset>
      <div className="step-actions">
        <Button size="large" onClick={onBack}>
          上一步
        </Button>
        <Button type="primary" size="large" disabled={!ready} onClick={onNext}>
          下一步
        </Button>
      </div>
    </>
  )
}

type ChoiceProps = { chosen: boolean; onChoose: () => void; title: string; note: string }

function Choice({ chosen, onChoose, title, note }: ChoiceProps): ReactNode {
  return (
    <label className={chosen ? 'choice chosen' : 'choice'}>
      <input type="radio" name="pack" checked={chosen} onChange={onChoose} />
      <span>
        <b>{title}</b>
        <span className="faint choice-note">{note}</span>
      </span>
    </label>
  )
}

function OwnPack({ text, onChange }: { text: string; onChange: (text: string) => void }): ReactNode {
  return (
    <div className="own-pack">
      <FileButton accept=".yaml,.yml,.txt" onFile={async (file) => onChange(await file.text())}>
        选择 YAML 文件
      </FileButton>
      <Input.TextArea
        aria-label="方案包的 YAML 文字"
        placeholder="也可以把 YAML 文字粘贴在这里"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        autoSize={{ minRows: 5, maxRows: 14 }}
        className="mono"
        spellCheck={false}
      />
    </div>
  )
}
