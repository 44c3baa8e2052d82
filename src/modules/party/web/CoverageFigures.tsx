// The two coverages as figures, and what is missing.
import type { ReactNode } from 'react'
import type { Coverage, CoverageFilter } from '../coverage-api.ts'
import { shareText } from './share-text.ts'

type Props = { coverage: Coverage | undefined; choose: (is: CoverageFilter) => void }

export function CoverageFigures({ coverage, choose }: Props): ReactNode {
  if (!coverage) return <div className="panel bone tall" />
  const { total, own, joint, instructor, missing, due } = coverage
  return (
    <div className="party-figures">
      <Figure title="党的组织覆盖" part={own + joint} whole={total}>
        <Choice onPress={() => choose('own')}>单独建立 {own}</Choice>
        <Choice onPress={() => choose('joint')}>联合建立 {joint}</Choice>
      </Figure>
      <Figure title="党的工作覆盖" part={own + joint + instructor} whole={total}>
        <Choice onPress={() => choose('instructor')}>另有指导员 {instructor}</Choice>
      </Figure>
      <section className="panel party-figure">
        <h2>还缺</h2>
        <p className={missing > 0 ? 'party-number state-behind' : 'party-number state-met'}>{missing} 个</p>
        <p>
          <Choice onPress={() => choose('missing')}>尚未覆盖 {missing}</Choice>
          <Choice onPress={() => choose('due')}>应建未建 {due}</Choice>
        </p>
      </section>
    </div>
  )
}

type FigureProps = { title: string; part: number; whole: number; children: ReactNode }

function Figure({ title, part, whole, children }: FigureProps): ReactNode {
  return (
    <section className="panel party-figure">
      <h2>{title}</h2>
      <p className="party-number">
        {shareText(part, whole)}
        <small>
          {part} / {whole}
        </small>
      </p>
      <p>{children}</p>
    </section>
  )
}

export function Choice({ onPress, children }: { onPress: () => void; children: ReactNode }): ReactNode {
  return (
    <button type="button" className="text-button" onClick={onPress}>
      {children}
    </button>
  )
}
