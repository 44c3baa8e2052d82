// Finding an area by typing or by walking down: what is listed, which line is the active one, what a key does.
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useDebounced } from '../../../ui/use-debounced.ts'
import { type AreaLevel, areaLevels } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'
import { areaSearchQuery, childrenQuery } from './areas-queries.ts'

/** Quiet time before a keystroke becomes a question, milliseconds. */
const pause = 100

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
  lines: AreaHit[] | undefined
  /** Index of the active line on this screen. */
  active: number
  total: number
  /** Lines before and after this screen. */
  before: number
  after: number
  move: (by: number) => void
  press: (hit: AreaHit) => void
  canEnter: (hit: AreaHit) => boolean
  enter: (hit: AreaHit) => void
  onKeyDown: (event: KeyboardEvent) => void
  problem: unknown
  /** The search has more matches than it shows. */
  cut: boolean
}

export function useAreaWalk(options: AreaWalkOptions): AreaWalk {
  const { level, size, onChoose } = options
  const [text, setText] = useState('')
  const [trail, setTrail] = useState<readonly AreaHit[]>([])
  const [place, setPlace] = useState(0)
  const { hits, problem, searching } = useHits(text, trail.at(-1), options)
  const total = hits?.length ?? 0
  const at = Math.min(place, Math.max(total - 1, 0))
  const start = Math.floor(at / size) * size

  const go = (next: readonly AreaHit[]) => {
    setTrail(next)
    setText('')
    setPlace(0)
  }
  const canEnter = (hit: AreaHit) => hit.where !== wholePlace && !isAtOrBelow(hit.level, level ?? 'community')
  const enter = (hit: AreaHit) => canEnter(hit) && go([...trail, hit])
  const walk = {
    text,
    type: (next: string) => {
      setText(next)
      setPlace(0)
    },
    reset: () => go([]),
    trail,
    backTo: (steps: number) => go(trail.slice(0, steps)),
    lines: hits?.slice(start, start + size),
    active: at - start,
    total,
    before: start,
    after: Math.max(total - start - size, 0),
    move: (by: number) => setPlace(Math.max(0, Math.min(at + by, total - 1))),
    canEnter,
    enter,
    press: (hit: AreaHit) => (level && hit.level !== level ? enter(hit) : onChoose(hit)),
    problem,
    cut: searching && total >= size,
  }
  return { ...walk, onKeyDown: (event) => onKey(event, walk, size, options.onClose) }
}

const isAtOrBelow = (level: AreaLevel, other: AreaLevel): boolean =>
  areaLevels.indexOf(level) >= areaLevels.indexOf(other)

/**
 * Matches of the text inside a place; without text the place itself and what lies directly below it.
 * At the beginning the place is `within`, or the reader's own area when there is only one.
 */
function useHits(text: string, step: AreaHit | undefined, { within, level, size, open }: AreaWalkOptions) {
  const q = useDebounced(text.trim(), pause)
  const browsing = text.trim() === ''
  const own = useQuery({ ...areaSearchQuery({ q: '', limit: size }), enabled: open && !step && !within })
  const place = step ?? (own.data?.items.length === 1 && !within ? own.data.items[0] : undefined)
  const inside = place?.code ?? within
  const ask = areaSearchQuery({ q, within: step?.code ?? within, level, limit: size })
  const found = useQuery({ ...ask, enabled: open && !browsing && q !== '' })
  const below = useQuery({
    ...childrenQuery(inside ?? ''),
    enabled: open && browsing && inside !== undefined,
  })
  if (!browsing) return { hits: found.data?.items, problem: found.error, searching: true }
  if (inside === undefined) return { hits: own.data?.items, problem: own.error, searching: false }
  return {
    hits: below.data && withPlace(place, below.data.items, level),
    problem: below.error,
    searching: false,
  }
}

/** The place itself comes first where it may be chosen. */
function withPlace(
  place: AreaHit | undefined,
  below: Omit<AreaHit, 'where'>[],
  level: AreaLevel | undefined,
): AreaHit[] {
  const lines = below.map((area): AreaHit => ({ ...area, where: '' }))
  return place && (!level || place.level === level) ? [{ ...place, where: wholePlace }, ...lines] : lines
}

const wholePlace = '（整个）'

type Keys = Pick<AreaWalk, 'text' | 'trail' | 'lines' | 'active' | 'move' | 'press' | 'enter' | 'backTo'>

function onKey(event: KeyboardEvent, walk: Keys, size: number, close: () => void): void {
  const action = event.nativeEvent.isComposing ? undefined : actionOf(event.key, walk, size, close)
  if (!action) return
  event.preventDefault()
  event.stopPropagation()
  action()
}

/** What a key does now; undefined leaves it to the field. */
function actionOf(key: string, walk: Keys, size: number, close: () => void): (() => unknown) | undefined {
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: size, PageUp: -size }
  const by = moves[key]
  if (by !== undefined) return () => walk.move(by)
  if (key === 'Escape') return close
  const line = walk.lines?.[walk.active]
  if (key === 'Enter') return () => line && walk.press(line)
  if (walk.text !== '') return undefined
  if (key === 'ArrowRight' && line) return () => walk.enter(line)
  return key === 'ArrowLeft' && walk.trail.length > 0 ? () => walk.backTo(walk.trail.length - 1) : undefined
}
