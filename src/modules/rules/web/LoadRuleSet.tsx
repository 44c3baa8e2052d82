// Loads a rule set from a YAML file: checked first, every fault with its line; then with the reason.
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../../kernel/endpoint.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { rulesApi } from '../rules-api.ts'
import { checkRuleSetText, useLoadRuleSet } from './rules-queries.ts'

type Check = Answer<typeof rulesApi.check>
type Given = { name: string; text: string; check: Check }

export function LoadRuleSet(): ReactNode {
  const [given, setGiven] = useState<Given | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const load = useLoadRuleSet()
  const take = async (file: File) => {
    setProblem(null)
    try {
      const text = await file.text()
      setGiven({ name: file.name, text, check: await checkRuleSetText(text) })
    } catch (error) {
      setProblem(error)
    }
  }
  const close = () => setGiven(null)
  const summary = given?.check.summary
  return (
    <>
      <FileButton accept=".yaml,.yml,text/yaml" onFile={take}>
        载入规则集
      </FileButton>
      {problem !== null && <ProblemAlert problem={problem} />}
      {given && !summary && <Faults given={given} onClose={close} />}
      {given && summary && (
        <ConfirmWithReason
          open
          title={`载入“${summary.title}”`}
          explain={`规定 ${summary.decides} 条规则，替换 ${summary.area} 现有的规则集；旧的版本都留着。`}
          confirmText="载入"
          onConfirm={({ reason }) => load.mutateAsync({ text: given.text, reason })}
          onClose={close}
        />
      )}
    </>
  )
}

function Faults({ given, onClose }: { given: Given; onClose: () => void }): ReactNode {
  return (
    <Modal
      open
      title={`“${given.name}”有 ${given.check.faults.length} 处错误`}
      footer={null}
      onCancel={onClose}
    >
      <ol className="rules-faults">
        {given.check.faults.map((fault) => (
          <li key={`${fault.line}:${fault.column} ${fault.message}`}>
            <b>
              第 {fault.line} 行第 {fault.column} 列
            </b>{' '}
            {fault.message} <span className="faint">{fault.mend}</span>
          </li>
        ))}
      </ol>
    </Modal>
  )
}
