// Prints the page on A4, upright or across.
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { MenuButton } from './MenuButton.tsx'
import './print-paper.css'

export type Paper = 'upright' | 'across'

export function PrintMenu(): ReactNode {
  return (
    <MenuButton
      className="boxed"
      label={
        <>
          <Icon name="print" size={16} />
          打印
        </>
      }
    >
      <button type="button" onClick={() => printOn('upright')}>
        A4 竖版
      </button>
      <button type="button" onClick={() => printOn('across')}>
        A4 横版
      </button>
    </MenuButton>
  )
}

/** The paper stays chosen until the next choice, so that a print from the browser's own menu uses it again. */
function printOn(paper: Paper): void {
  document.documentElement.dataset.paper = paper
  requestAnimationFrame(() => window.print())
}
