// Two versions of a charter beside each other, article by article.
import type { Article, Chapter } from './charter.ts'

export type ComparedArticle = { key: string; before: Article | null; after: Article | null; isSame: boolean }
export type ComparedChapter = { title: string; articles: ComparedArticle[] }

/** Every article of either version once, in the order of the later one; those that fell away stand where they stood. */
export function compareCharters(before: readonly Chapter[], after: readonly Chapter[]): ComparedChapter[] {
  const titles = merged(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )
  return titles.map((key) => {
    const [old, now] = [chapterOf(before, key), chapterOf(after, key)]
    return { title: now?.title ?? old?.title ?? '', articles: articlesOf(old, now) }
  })
}

const chapterOf = (chapters: readonly Chapter[], key: string) => chapters.find((each) => each.key === key)

function articlesOf(old: Chapter | undefined, now: Chapter | undefined): ComparedArticle[] {
  const [before, after] = [byKey(old), byKey(now)]
  return merged([...before.keys()], [...after.keys()]).map((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    return { key, before: was, after: is, isSame: wordsOf(was) === wordsOf(is) }
  })
}

const byKey = (chapter: Chapter | undefined) =>
  new Map((chapter?.articles ?? []).map((article) => [article.key, article]))

const wordsOf = (article: Article | null): string | undefined => article?.paragraphs.join('\n')

/** The later order, with what only the earlier has behind what it followed there. */
export function merged(before: readonly string[], after: readonly string[]): string[] {
  const order = [...after]
  for (const [at, key] of before.entries()) {
    if (order.includes(key)) continue
    const previous = before.slice(0, at).findLast((each) => order.includes(each))
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key)
  }
  return order
}
