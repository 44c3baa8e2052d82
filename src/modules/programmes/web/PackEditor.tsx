// The text of a pack beside what is wrong with it and what it would change; it loads when nothing is wrong.
import { type ReactNode, useRef } from 'react'
import { FileButton } from '../../../ui/FileButton.tsx'
import { goToPlace, NumberedText } from '../../../ui/NumberedText.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useDebounced } from '../../../ui/use-debounced.ts'
import type { PackCheck } from '../programmes-api.ts'
import { PackFindings } from './PackFindings.tsx'
import { PackLoad } from './PackLoad.tsx'
import { usePackCheck, usePackText } from './programme-queries.ts'
import { usePackDraft } from './use-pack-draft.ts'

const back = { to: '/packs', label: '全部方案包' }

/** `id` undefined: an empty text, to be pasted or uploaded. */
export function PackEditor({ id }: { id: string | undefined }): ReactNode {
  const { data, error, refetch } = usePackText(id)
  if (error)
    return (
      <>
        <PageHeader title="方案包" back={back} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  if (id && !data) return <PageBones />
  return <Editor key={id} name={id ?? 'new'} first={data?.text ?? ''} />
}

function Editor({ name, first }: { name: string; first: string }): ReactNode {
  const { text, setText, offered, take, drop } = usePackDraft(name, first)
  const field = useRef<HTMLTextAreaElement>(null)
  const asked = useDebounced(text, 400)
  const check = usePackCheck(asked)
  const current = asked === text && !check.isPlaceholderData ? check.data : undefined
  const said = text.trim() === '' ? undefined : check.data
  return (
    <>
      <PageHeader
        title={said?.summary?.title ?? (name === 'new' ? '新的方案包' : `方案包 ${name}`)}
        sentence={summaryWords(said)}
        back={back}
        extra={
          <FileButton accept=".yaml,.yml,text/yaml" onFile={async (file) => setText(await file.text())}>
            上传文件
          </FileButton>
        }
        action={<PackLoad text={text} failed={check.error !== null} check={current} onLoaded={drop} />}
      />
      <ProblemAlert problem={check.error} retry={() => void check.refetch()} />
      {offered && <DraftOffer take={take} drop={drop} />}
      <div className="pack-grid">
        <NumberedText
          label="方案包的 YAML 文本"
          value={text}
          onChange={setText}
          marks={(said?.faults ?? []).map(({ line, severity }) => ({ line, tone: severity }))}
          field={field}
        />
        <PackFindings
          check={said}
          checking={text.trim() !== '' && !current && !check.error}
          goTo={({ line, column }) => goToPlace(field.current, line, column)}
        />
      </div>
    </>
  )
}

function summaryWords(check: PackCheck | undefined): string {
  if (!check) return '把 YAML 粘贴到左边，或者上传一个文件；一边改一边检查，没有错误才能载入。'
  if (!check.summary) return '还读不成一个方案包：请按右边的提示改。'
  const { areaName, area, version, targets } = check.summary
  return `${areaName}（${area}）· 第 ${version} 版 · ${targets} 项目标`
}

function DraftOffer({ take, drop }: { take: () => void; drop: () => void }): ReactNode {
  return (
    <p className="example pack-draft" role="status">
      这台设备上有您上次没有载入的改动。
      <button type="button" className="text-button" onClick={take}>
        接着改
      </button>
      <button type="button" className="text-button" onClick={drop}>
        不要了
      </button>
    </p>
  )
}
