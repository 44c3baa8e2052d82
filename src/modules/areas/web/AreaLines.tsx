// The lines under the area field: where we are, what can be chosen, and never more than a screenful.
import type { ReactNode } from 'react'
import { Icon } from '../../../ui/icons.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { levelLabels } from '../area.ts'
import type { AreaLine } from './use-area-hits.ts'
import type { AreaWalk } from './use-area-walk.ts'

type Props = { walk: AreaWalk; id: string; rootName: string }

/** Id of a line, for `aria-activedescendant`. */
export const lineId = (id: string, index: number): string => `${id}-line-${index}`

export function AreaLines({ walk, id, rootName }: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the cursor in the field while lines are pressed
    <div className="area-lines" onMouseDown={(event) => event.preventDefault()}>
      <Trail walk={walk} rootName={rootName} />
      {walk.before > 0 && (
        <Turn label={`↑ 前面还有 ${walk.before} 个`} onPress={() => walk.move(-walk.active - 1)} />
      )}
      <Found walk={walk} id={id} />
      {walk.after > 0 && (
        <Turn
          label={`↓ 后面还有 ${walk.after} 个`}
          onPress={() => walk.move((walk.lines?.length ?? 0) - walk.active)}
        />
      )}
      {walk.cut && (
        <p className="area-hint">只列出最像的 {walk.total} 个；多打一个字，或先进到上一级再找。</p>
      )}
      <p className="sr-only" role="status">
        {walk.lines && (walk.total > 0 ? `${walk.total} 个，用上下键选` : '没有找到')}
      </p>
    </div>
  )
}

function Found({ walk, id }: { walk: AreaWalk; id: string }): ReactNode {
  if (walk.problem) return <ProblemAlert problem={walk.problem} />
  if (!walk.lines) return <Bones lines={4} />
  if (walk.total === 0) return <Nothing text={walk.text} />
  return (
    <div role="listbox" id={id} aria-label="区划">
      {walk.lines.map((hit, index) => (
        <Line key={hit.code} hit={hit} walk={walk} id={lineId(id, index)} active={index === walk.active} />
      ))}
    </div>
  )
}

function Nothing({ text }: { text: string }): ReactNode {
  return (
    <p className="area-hint">
      {text.trim()
        ? `没有找到“${text.trim()}”。可以打汉字、拼音、拼音首字母或区划代码，例如：浮桥、fuqiao、fq。`
        : '这里下面没有区划。'}
    </p>
  )
}

type LineProps = { hit: AreaLine; walk: AreaWalk; id: string; active: boolean }

function Line({ hit, walk, id, active }: LineProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active line
    <div
      role="option"
      id={id}
      aria-selected={active}
      className={active ? 'area-line active' : 'area-line'}
      onClick={() => walk.press(hit)}
    >
      <span className="area-line-words">
        <b>{hit.name}</b>
        {whereWords(hit) && <span className="faint">{whereWords(hit)}</span>}
      </span>
      <span className="area-level">{levelLabels[hit.level]}</span>
      {walk.canEnter(hit) && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's shortcut for the right arrow key
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <span className="area-enter" title="看下一级" onClick={(event) => into(event, () => walk.enter(hit))}>
          下一级
          <Icon name="right" size={16} />
        </span>
      )}
    </div>
  )
}

const whereWords = (line: AreaLine): string => (line.whole ? '（整个）' : line.where)

function into(event: { stopPropagation: () => void }, enter: () => unknown): void {
  event.stopPropagation()
  enter()
}

function Trail({ walk, rootName }: { walk: AreaWalk; rootName: string }): ReactNode {
  if (walk.trail.length === 0) return null
  return (
    <nav className="area-trail" aria-label="上级">
      <button type="button" onClick={() => walk.backTo(0)}>
        {rootName}
      </button>
      {walk.trail.map((step, index) => (
        <span key={step.code}>
          <Icon name="right" size={12} />
          <button
            type="button"
            aria-current={index === walk.trail.length - 1 ? 'true' : undefined}
            onClick={() => walk.backTo(index + 1)}
          >
            {step.name}
          </button>
        </span>
      ))}
    </nav>
  )
}

function Turn({ label, onPress }: { label: string; onPress: () => void }): ReactNode {
  return (
    <button type="button" className="area-turn" tabIndex={-1} onClick={onPress}>
      {label}
    </button>
  )
}
