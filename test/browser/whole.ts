// Fails on a page that is not whole: headings, landmarks, title, words that are cut off, sideways scrolling.
import type { Page } from 'playwright-core'

/** Waits until the page shows what it was asked for: no skeleton, no page on its way, a heading. */
export async function settled(page: Page): Promise<void> {
  const ready = () => document.querySelector('h1') && !document.querySelector('.bone, .page-progress, .stale')
  await page.waitForFunction(ready, null, { timeout: 20_000 }).catch(async () => {
    const words = (await page.locator('body').textContent()) ?? ''
    throw new Error(`This page never got ready: ${page.url()}\n${words.slice(0, 600)}`)
  })
}

/**
 * Goes on inside the page, as a link does, to a page with another heading: loading all code anew for each page of
 * each role would take most of a test's time.
 */
export async function follow(page: Page, path: string): Promise<void> {
  const moved = await page.evaluate((to) => {
    if (location.pathname + location.search === to) return false
    document.querySelector('h1')?.setAttribute('data-left', '')
    history.pushState({ idx: history.length }, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
    return true
  }, path)
  if (moved) await page.locator('h1:not([data-left])').waitFor()
  await settled(page)
}

/**
 * Fails with a list of all that is wrong in the page as it stands.
 * `signedIn` pages also have a navigation.
 */
export async function expectWhole(page: Page, { signedIn = true } = {}): Promise<void> {
  await settled(page)
  const faults = await page.evaluate(faultsIn, { signedIn })
  if (faults.length > 0)
    throw new Error([`Not whole at ${page.viewportSize()?.width} px: ${page.url()}`, ...faults].join('\n  '))
}

/** Runs inside the page: it knows nothing of this file. */
function faultsIn({ signedIn }: { signedIn: boolean }): string[] {
  return [...structure(), ...words(), ...edges()]

  function structure(): string[] {
    const count = (selector: string) => [...document.querySelectorAll(selector)].filter(shown).length
    const [, page] = /^(.+) · 聚沙$/.exec(document.title) ?? []
    return [
      document.documentElement.lang === 'zh-CN' ? '' : 'the language is not zh-CN',
      page?.trim() ? '' : `the title is “${document.title}”`,
      count('h1') === 1 ? '' : `${count('h1')} headings of the first level`,
      document.querySelector('h1')?.textContent?.trim() ? '' : 'the heading has no words',
      count('main') === 1 ? '' : `${count('main')} main landmarks`,
      count('body > * > header') === 1 ? '' : `${count('body > * > header')} banners`,
      !signedIn || count('nav[aria-label="主导航"]') === 1 ? '' : 'no navigation',
    ].filter(Boolean)
  }

  /** What a program says when it has nothing to say. */
  function words(): string[] {
    const nonsense = /undefined|\bnull\b|NaN|\[object|Infinity|Invalid|\uFFFD/
    const said = textNodes().map((node) => node.data)
    const found = nonsense.exec(said.join('\n'))
    return found ? [`the page says “${found[0]}”`] : []
  }

  function edges(): string[] {
    const { scrollWidth, clientWidth } = document.documentElement
    const sideways =
      scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px on ${clientWidth}`] : []
    return [...sideways, ...new Set(textNodes().flatMap(cutOff))]
  }

  function textNodes(): Text[] {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (walk.nextNode()) {
      const node = walk.currentNode as Text
      if (node.data.trim() && node.parentElement && shown(node.parentElement)) found.push(node)
    }
    return found
  }

  /** Words beyond the right edge of the window or of a box that does not scroll. */
  function cutOff(node: Text): string[] {
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, top, bottom } = range.getBoundingClientRect()
    for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box)
      const edge = box.getBoundingClientRect()
      if (overflowX === 'auto' || overflowX === 'scroll') return []
      if (overflowX !== 'visible' && (right > edge.right + 1 || left < edge.left - 1))
        return [`cut off at the side: “${node.data.trim()}”`]
      if (overflowY === 'hidden' && (bottom > edge.bottom + 3 || top < edge.top - 3))
        return [`cut off below: “${node.data.trim()}”`]
      if (position === 'fixed') return []
    }
    // Not `innerWidth`: a phone makes that as wide as what sticks out.
    return right > document.documentElement.clientWidth + 1 ? [`beyond the edge: “${node.data.trim()}”`] : []
  }

  function shown(element: Element): boolean {
    if (element.closest('.sr-only, .skip-link, script, style, noscript, option')) return false
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
}
