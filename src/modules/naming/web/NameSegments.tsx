// The parts of a name side by side, each with its text and its label; what is wrong is underlined, what is missing gaps.
import type { ReactNode } from 'react'
import { type NameFault, type NamePart, type NameReading, nameParts } from '../name-parts.ts'

export function NameSegments({ reading }: { reading: NameReading }): ReactNode {
  if (reading.parts.length === 0) return null
  return (
    <ol className="name-parts" aria-label="名称的组成">
      {piecesOf(reading).map(({ part, text, from, state, meant }) => (
        <li key={`${part}-${from}-${state}`} className={`name-part name-part-${part} name-part-${state}`}>
          <span className="name-part-text">{text || '缺'}</span>
          <span className="name-part-label">
            {nameParts[part]}
            {meant && <span className="name-part-meant">指{meant}</span>}
            {state !== 'right' && <span className="sr-only">{stateWords[state]}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

type Piece = {
  part: NamePart
  text: string
  from: number
  meant: string | null
  state: 'right' | 'wrong' | 'doubtful' | 'missing'
}

const stateWords = { wrong: '，有误', doubtful: '，请核对', missing: '，没有写' } as const

/** Parts that are there and parts that should be, in the order of the name. */
function piecesOf({ parts, faults }: NameReading): Piece[] {
  const there = parts.map((one): Piece => ({ ...one, state: stateOf(one, faults) }))
  const missing = faults
    .filter((fault) => fault.from === fault.to && fault.part !== null)
    .map(({ part, from }): Piece => ({ part: part ?? 'form', text: '', from, meant: null, state: 'missing' }))
  return [...missing, ...there].sort((a, b) => a.from - b.from)
}

function stateOf({ from, to }: { from: number; to: number }, faults: readonly NameFault[]): Piece['state'] {
  const here = faults.filter((fault) => fault.to > fault.from && fault.from < to && fault.to > from)
  if (here.some(({ severity }) => severity === 'fault')) return 'wrong'
  return here.length > 0 ? 'doubtful' : 'right'
}
