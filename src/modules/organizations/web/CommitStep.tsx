// Step 3: what will happen, in numbers, and the two ways to go on.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { asNumber } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateShape } from '../../../ui/StateTag.tsx'
import { type Import, importsApi, type RowOutcome } from '../imports-api.ts'
import { stepLink } from './ImportSteps.tsx'
import type { useCommit } from './import-queries.ts'
import { goodRows, outcomeOrder, outcomeTones, whyNotAll, whyNotGood } from './import-words.ts'

type Props = { one: Import; commit: ReturnType<typeof useCommit> }

export function CommitStep({ one, commit }: Props): ReactNode {
  const notAll = whyNotAll(one)
  const good = goodRows(one)
  return (
    <section className="panel commit-step" aria-labelledby="commit-title">
      <h2 id="commit-title">导入以后，{one.words.book}会这样变</h2>
      <Outcomes one={one} />
      {one.counts.problem > 0 && <MendHint id={one.id} />}
      <ProblemAlert problem={commit.error} />
      <div className="commit-actions">
        <ButtonLink to={stepLink('preview')}>回到预览</ButtonLink>
        {one.counts.problem > 0 && (
          <Button
            type="primary"
            disabled={whyNotGood(one) !== null}
            aria-describedby="commit-why"
            onClick={() => commit.mutate('good')}
          >
            只导入没有问题的 {asNumber(good)} 行
          </Button>
        )}
        <Button
          type={one.counts.problem > 0 ? 'default' : 'primary'}
          disabled={notAll !== null}
          aria-describedby="commit-why"
          onClick={() => commit.mutate('all')}
        >
          全部导入{notAll === null && `（${asNumber(good)} 行）`}
        </Button>
        <p id="commit-why" className="action-why">
          {notAll ?? '写进去以后，只要没有别的改动依赖它，还可以整次撤销。'}
        </p>
      </div>
    </section>
  )
}

const consequences = ({ book, thing }: Import['words']): Record<RowOutcome, string> => ({
  problem: '有问题，不会导入',
  new: `新登记的${thing}`,
  changed: `会按表格修改的${thing}`,
  same: `和${book}里一样，不动`,
})

function Outcomes({ one: { counts, words } }: { one: Import }): ReactNode {
  const said = consequences(words)
  return (
    <dl className="outcomes">
      {outcomeOrder.map((outcome) => (
        <div key={outcome}>
          <dt>
            <StateShape tone={outcomeTones[outcome]} />
            {said[outcome]}
          </dt>
          <dd>
            {asNumber(counts[outcome])} <small>{outcome === 'problem' ? '行' : words.unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The way to mend bad rows: the person's own workbook, with the errors marked in it. */
function MendHint({ id }: { id: string }): ReactNode {
  return (
    <p className="mend-hint">
      有问题的行，可以
      <a className="link" href={urlOf(importsApi.annotated, { params: { id } })} download>
        下载标注错误的表格
      </a>
      ，改好以后再导入一次；已经导入过的行会认出来，不会重复。
    </p>
  )
}
