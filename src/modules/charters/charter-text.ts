// From the answers of the form to the text of a charter: chapters of numbered articles.
import { charterChapters } from '../rules/keys/charters-keys.ts'
import {
  type ArticleDraft,
  activityArticles,
  type Given,
  generalArticles,
  memberArticles,
} from './articles.ts'
import {
  closingArticles,
  endingArticles,
  moneyArticles,
  organArticles,
  placeArticles,
} from './articles-of-order.ts'
import type { Chapter, CharterRules } from './charter.ts'
import type { CharterForm } from './charter-form.ts'
import { formWords } from './form-words.ts'
import { chineseNumber } from './shares.ts'

const chapterArticles = {
  general: generalArticles,
  activities: activityArticles,
  members: memberArticles,
  organs: organArticles,
  money: moneyArticles,
  ending: endingArticles,
  closing: closingArticles,
} as const satisfies Record<keyof typeof charterChapters, (given: Given) => ArticleDraft[]>

/**
 * The whole text. What is not filled in stands as a gap (`gaps.ts`). The wording is ours; SZ 二(四)3, GZ 二(四)3 and TC
 * ask for 宗旨, 内部治理, 资金使用, 活动开展, 民主选举, 重大事项集体决策 and 信息公开, which it has.
 */
export function charterText(form: CharterForm, rules: CharterRules): Chapter[] {
  const given: Given = { form, rules, say: formWords(form) }
  let numbered = 0
  return chapterKeys.map((key, at) => ({
    key,
    number: `第${chineseNumber(at + 1)}章`,
    title: charterChapters[key],
    articles: [...chapterArticles[key](given), ...placeArticles(given, key)].map((article) => ({
      ...article,
      number: `第${chineseNumber(++numbered)}条`,
    })),
  }))
}

const chapterKeys = Object.keys(charterChapters) as (keyof typeof charterChapters)[]

/** As one text, for searching and for plain copies. */
export const plainText = (chapters: readonly Chapter[]): string =>
  chapters
    .flatMap(({ number, title, articles }) => [
      `${number} ${title}`,
      ...articles.map(({ number, paragraphs }) => `${number} ${paragraphs.join('\n')}`),
    ])
    .join('\n')
