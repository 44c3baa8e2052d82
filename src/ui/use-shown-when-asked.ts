// A part of a page that arrives later than the page is still found by a link to it.
import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** For the element with the id: a link to `#id` finds its place once what it shows has `arrived`. */
export function useShownWhenAsked(id: string, arrived: boolean): RefObject<HTMLElement | null> {
  const { hash } = useLocation()
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (arrived && hash === `#${id}`) element.current?.scrollIntoView({ block: 'start' })
  }, [arrived, hash, id])
  return element
}
