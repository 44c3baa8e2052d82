// Many small things of one kind as a single stop of the Tab key: arrows go from one to the next, also up and down.
import { type KeyboardEvent, useState } from 'react'

export type Roving = {
  /** The one that Tab reaches. */
  active: number
  setActive: (index: number) => void
  /** For the element around them; the things are those that carry `data-roving`. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export function useRoving(count: number): Roving {
  const [wished, setActive] = useState(0)
  const active = Math.min(wished, Math.max(0, count - 1))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const things = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')]
    const next = nextOf(event.key, active, things)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    things[next]?.focus()
  }
  return { active, setActive, onKeyDown }
}

function nextOf(key: string, active: number, things: readonly HTMLElement[]): number | undefined {
  const last = things.length - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowRight') return Math.min(active + 1, last)
  if (key === 'ArrowLeft') return Math.max(active - 1, 0)
  if (key === 'ArrowDown') return nearest(active, things, 1)
  if (key === 'ArrowUp') return nearest(active, things, -1)
  return undefined
}

/** The thing of the next (1) or previous (−1) line that stands nearest in the line's direction. */
function nearest(active: number, things: readonly HTMLElement[], step: 1 | -1): number {
  const places = things.map((thing) => thing.getBoundingClientRect())
  const here = places[active]
  if (!here) return active
  const beyond = places.flatMap((place, index) => (step * (place.top - here.top) > 2 ? [index] : []))
  const line = beyond.reduce(
    (best, index) => step * Math.min(step * best, step * (places[index]?.top ?? best)),
    step * Infinity,
  )
  const onLine = beyond.filter((index) => Math.abs((places[index]?.top ?? 0) - line) <= 2)
  const distance = (index: number) => Math.abs((places[index]?.left ?? 0) - here.left)
  return onLine.toSorted((a, b) => distance(a) - distance(b))[0] ?? active
}
