// Finding an area by typing or by walking down: which line is the active one, and what a key does.
import { type KeyboardEvent, useEffect, useState } from 'react'
import { type AreaLevel, areaLevels } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'
import { type AreaLine, useAreaHits } from './use-area-hits.ts'

export type AreaWalkOptions = {
  within?: string | undefined
  level?: AreaLevel | undefined
  /** Lines on one screen. */
  size: number
  /** False while the lines are not shown: nothing is asked. */
  open: boolean
  onChoose: (hit: AreaHit) => void
  onClose: () => void
}

export type AreaWalk = {
  text: string
  type: (text: string) => void
  /** Forgets the text and the way down. */
  reset: () => void
  trail: readonly AreaHit[]
  /** Back up to so many steps of the trail. */
  backTo: (steps: number) => void
  /** The lines of this screen; undefined while the first answer is on its way. */
  lines: AreaLine[] | undefined
  /** Index of the active line on this screen. */
  active: number
  total: number
  /** Lines before and after this screen. */
  before: number
  after: number
  move: (by: number) => void
  /** Chooses a line, or goes into it where only its lower levels may be chosen. */
  press: (line: AreaLine) => void
  /** Presses the active line, once it belongs to what was typed. */
  pressActive: () => void
  canEnter: (line: AreaLine) => boolean
  enter: (line: AreaLine) => void
  onKeyDown: (event: KeyboardEvent) => void
  problem: unknown
  /** The search has more matches than it shows. */
  cut: boolean
}

export function useAreaWalk(options: AreaWalkOptions): AreaWalk {
  const { level, within, size, open, onChoose } = options
  const [text, setText] = useState('')
  const [trail, setTrail] = useState<readonly AreaHit[]>([])
  const [place, setPlace] = useState(0)
  const hits = useAreaHits({ text, step: trail.at(-1), within, level, size, open })
  const total = hits.lines?.length ?? 0
  const at = Math.min(place, Math.max(total - 1, 0))
  const start = Math.floor(at / size) * size

  const go = (next: readonly AreaHit[]) => {
    setTrail(next)
    setText('')
    setPlace(0)
  }
  const type = (next: string) => {
    setText(next)
    setPlace(0)
  }
  const canEnter = (line: AreaLine) => !line.whole && !isAtOrBelow(line.level, level ?? 'community')
  const enter = (line: AreaLine) => {
    if (canEnter(line)) go([...trail, line])
  }
  const press = (line: AreaLine) => (level && line.level !== level ? enter(line) : onChoose(line))
  const pressActive = usePressSoon(hits.stale || !hits.lines, hits.lines?.[at], press)
  const walk = {
    text,
    type,
    reset: () => go([]),
    trail,
    backTo: (steps: number) => go(trail.slice(0, steps)),
    lines: hits.lines?.slice(start, start + size),
    active: at - start,
    total,
    before: start,
    after: Math.max(total - start - size, 0),
    move: (by: number) => setPlace(Math.max(0, Math.min(at + by, total - 1))),
    press,
    pressActive,
    canEnter,
    enter,
    problem: hits.problem,
    cut: hits.searching && total >= size,
  }
  return { ...walk, onKeyDown: (event) => onKey(event, walk, size, options.onClose) }
}

/** Enter pressed before the answer has come waits for it, so that fast typing never chooses an old line. */
function usePressSoon(
  waiting: boolean,
  line: AreaLine | undefined,
  press: (line: AreaLine) => void,
): () => void {
  const [wanted, want] = useState(false)
  useEffect(() => {
    if (!wanted || waiting) return
    want(false)
    if (line) press(line)
  })
  return () => (waiting ? want(true) : line && press(line))
}

const isAtOrBelow = (level: AreaLevel, other: AreaLevel): boolean =>
  areaLevels.indexOf(level) >= areaLevels.indexOf(other)

type Keys = Pick<
  AreaWalk,
  'text' | 'trail' | 'lines' | 'active' | 'move' | 'pressActive' | 'enter' | 'backTo'
>

function onKey(event: KeyboardEvent, walk: Keys, size: number, close: () => void): void {
  const action = event.nativeEvent.isComposing ? undefined : actionOf(event.key, walk, size, close)
  if (!action) return
  event.preventDefault()
  event.stopPropagation()
  action()
}

/** What a key does now; undefined leaves it to the field. */
function actionOf(key: string, walk: Keys, size: number, close: () => void): (() => void) | undefined {
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: size, PageUp: -size }
  const by = moves[key]
  if (by !== undefined) return () => walk.move(by)
  if (key === 'Escape') return close
  if (key === 'Enter') return walk.pressActive
  if (walk.text !== '') return undefined
  const line = walk.lines?.[walk.active]
  if (key === 'ArrowRight' && line) return () => walk.enter(line)
  return key === 'ArrowLeft' && walk.trail.length > 0 ? () => walk.backTo(walk.trail.length - 1) : undefined
}
