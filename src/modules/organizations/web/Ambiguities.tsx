// Community names that mean several areas: the person chooses, once for all rows with that name.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { FormGroup } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Import } from '../imports-api.ts'
import { useMatch } from './import-queries.ts'

export function Ambiguities({ one }: { one: Import }): ReactNode {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const match = useMatch(one.id)
  const count = Object.keys(chosen).length
  return (
    <section className="panel ambiguities" aria-labelledby="ambiguities-title">
      <h2 id="ambiguities-title">有 {one.ambiguities.length} 个社区名称不止一个，请选是哪一个</h2>
      {one.ambiguities.map(({ text, rows, candidates }, place) => (
        <FormGroup key={text} id={`ambiguity-${place}`} label={`“${text}”（${rows} 行）`}>
          <ChooseOne
            name={`ambiguity-${place}`}
            options={candidates.map(({ code, name, where }) => ({ value: code, label: `${where} ${name}` }))}
            value={chosen[text] ?? null}
            onChange={(code) => setChosen({ ...chosen, [text]: code })}
          />
        </FormGroup>
      ))}
      <ProblemAlert problem={match.error} />
      <Button
        type="primary"
        ghost
        disabled={count === 0}
        loading={match.isPending}
        onClick={() => match.mutate({ communities: chosen }, { onSuccess: () => setChosen({}) })}
      >
        {count === 0 ? '选好以后重新核对' : `按选定的 ${count} 个重新核对`}
      </Button>
    </section>
  )
}
