// What an import did, what was left out, and taking the whole of it back.
import { Button, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { asNumber } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type Import, importsApi } from '../imports-api.ts'
import { ImportRows } from './ImportRows.tsx'
import { useUndo } from './import-queries.ts'
import { linkOf, resultText, uploadLink } from './import-words.ts'

type Props = { one: Import }

export function ImportResult({ one }: Props): ReactNode {
  const undone = one.status === 'undone'
  const { book } = one.words
  return (
    <>
      <section className="panel import-result" aria-labelledby="result-title">
        <h2 id="result-title">{undone ? `整次导入已经撤销，${book}回到了导入以前` : `已经写进${book}`}</h2>
        {one.result && (
          <p>
            {undone && '撤销以前：'}
            {resultText(one.result, one.words)}。
          </p>
        )}
        <div className="commit-actions">
          {undone ? (
            <ButtonLink primary to={uploadLink(one)}>
              重新导入
            </ButtonLink>
          ) : (
            <ButtonLink primary to={linkOf(one)}>
              看{one.areaName}的{book}
            </ButtonLink>
          )}
          {(one.result?.left ?? 0) > 0 && one.kept && <Annotated one={one} />}
          {!undone && <Undo one={one} />}
        </div>
      </section>
      <h2 className="rows-title">逐行看</h2>
      <ImportRows one={one} />
    </>
  )
}

function Annotated({ one }: Props): ReactNode {
  return (
    <Button href={urlOf(importsApi.annotated, { params: { id: one.id } })} download>
      下载标注错误的表格
    </Button>
  )
}

function Undo({ one }: Props): ReactNode {
  const [open, setOpen] = useState(false)
  const why = useId()
  const undo = useUndo(one.id)
  const { added = 0, changed = 0 } = one.result ?? {}
  const { unit, thing, book } = one.words
  return (
    <>
      <Button danger disabled={one.whyNotUndo !== null} aria-describedby={why} onClick={() => setOpen(true)}>
        撤销整次导入
      </Button>
      <p id={why} className="action-why">
        {one.whyNotUndo === null ? '撤销会把这次导入的全部改动收回。' : `不能撤销：${one.whyNotUndo}`}
      </p>
      <Modal
        open={open}
        title="撤销整次导入？"
        okText="撤销"
        cancelText="先不"
        okButtonProps={{ danger: true, loading: undo.isPending }}
        onOk={() => undo.mutate(undefined, { onSuccess: () => setOpen(false) })}
        onCancel={() => setOpen(false)}
      >
        <p>
          新增的 {asNumber(added)} {unit}
          {thing}会从{book}中撤下，修改过的 {asNumber(changed)} {unit}
          会恢复成导入以前的样子；统计数字随之恢复。撤销本身也会留下记录。
        </p>
        <ProblemAlert problem={undo.error} />
      </Modal>
    </>
  )
}
