// The articles on what an organization is, what it does and who belongs to it, in our own wording.

import type { CharterRules } from './charter.ts'
import { type CharterForm, charterFields, joinings, partyWays } from './charter-form.ts'
import { bare, type FormWords } from './form-words.ts'
import { gap } from './gaps.ts'
import { chineseNumber } from './shares.ts'

/** An article before it has its number. */
export type ArticleDraft = { key: string; paragraphs: string[] }

export type Given = { form: CharterForm; rules: CharterRules; say: FormWords }

/** 总则. */
export function generalArticles(given: Given): ArticleDraft[] {
  const { say } = given
  return [
    article('name', `本组织的名称是“${say.name}”，以下简称${say.self}。`),
    article(
      'nature',
      `${say.self}的性质是：${say.nature}。`,
      `${say.self}不以营利为目的。收入和财产用于章程规定的活动，不在成员中分配。`,
    ),
    article(
      'community',
      `${say.self}设在${say.community}，主要在${say.community}开展活动。`,
      `活动场所：${say.place}。`,
    ),
    article(
      'purpose',
      `${say.self}的宗旨是：${say.purpose}。`,
      `${say.self}遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，维护国家利益、社会公共利益和居民的合法权益，遵守社会公德。`,
    ),
    ...partyArticle(given),
    article('guidance', `${say.self}接受${say.authority}的管理，接受${say.guidance}的指导和监督。`),
  ]
}

/** Left out only where the form says so; whether it may is the rules' affair. */
function partyArticle({ form, rules, say }: Given): ArticleDraft[] {
  if (form.party === 'omitted') return []
  const how = form.party === null ? [`${say.party}。`] : partyWords(form.party, say.self, rules)
  return [
    article(
      'party',
      `${say.self}坚持中国共产党的全面领导，支持党组织按照党章开展工作，为党组织的活动提供方便。`,
      ...how,
    ),
  ]
}

function partyWords(way: Exclude<keyof typeof partyWays, 'omitted'>, self: string, rules: CharterRules) {
  const from = chineseNumber(rules['party.branchFrom'])
  const words = {
    own: `${self}${partyWays.own}。讨论重要事项以前，先听取党组织的意见。`,
    joint: `${self}${partyWays.joint}，党员参加联合党组织的组织生活。讨论重要事项以前，先听取党组织的意见。`,
    instructor: `${self}的党建工作${partyWays.instructor}。正式党员达到${from}名时，及时建立党组织。`,
    none: `${self}的党组织${partyWays.none}：正式党员达到${from}名时及时建立；在此以前，接受社区（村）党组织的联系和指导。`,
  }
  return [words[way]]
}

/** 活动范围. */
export function activityArticles({ form, say }: Given): ArticleDraft[] {
  const list = form.activities.map(bare)
  const what =
    list.length === 0
      ? [`${say.self}开展下列活动：${gap(charterFields.activities)}。`]
      : [`${say.self}开展下列活动：`, ...items(list)]
  return [
    article('activities', ...what),
    article(
      'limits',
      `${say.self}按照宗旨和上述范围开展活动，不从事以营利为目的的经营活动，不强迫居民参加，不强行募捐或者摊派。`,
      `举办人数较多的活动以前，准备好安全预案，并按照规定报告${say.guidance}。`,
    ),
  ]
}

/** 成员. */
export function memberArticles({ form, say }: Given): ArticleDraft[] {
  return [
    article(
      'eligibility',
      `承认本章程、自愿参加的下列人员，可以成为${say.self}的成员：${say.eligibility}。`,
      `加入的办法：${joiningWords({ form, say })}。`,
    ),
    article(
      'rights',
      '成员享有下列权利：',
      ...items([
        `参加${say.self}的活动`,
        '选举、被选举和表决',
        '提出意见和建议，进行监督',
        '查阅章程、会议记录和账目',
        '自愿加入，自由退出',
      ]),
    ),
    article(
      'duties',
      '成员履行下列义务：',
      ...items([
        '遵守本章程，执行成员大会的决定',
        `维护${say.self}的名誉和财物`,
        '参加活动时听从安排，注意安全，互相照应',
        ...(form.dues === 0 ? [] : ['按时缴纳会费']),
      ]),
    ),
    article('dues', duesWords({ form, say })),
    article(
      'leaving',
      `成员退出时告诉${say.leaderTitle}即可。成员严重违反本章程的，由成员大会决定除名；作出决定以前，应当听取本人的意见。`,
    ),
  ]
}

/** The leader by the name that the charter gives. */
const joiningWords = ({ form, say }: Pick<Given, 'form' | 'say'>): string => {
  if (form.joining === null) return say.joining
  return form.joining === 'leader' ? `经${say.leaderTitle}同意` : joinings[form.joining]
}

const duesWords = ({ form, say }: Pick<Given, 'form' | 'say'>): string =>
  form.dues === 0
    ? `${say.self}不收取会费。`
    : `成员每年缴纳会费${say.dues}元。生活困难的成员，由成员大会决定减免。会费的收取和使用向全体成员公开。`

export const article = (key: string, ...paragraphs: string[]): ArticleDraft => ({ key, paragraphs })

/** （一）…；（二）…。 */
export const items = (list: readonly string[]): string[] =>
  list.map((item, at) => `（${chineseNumber(at + 1)}）${item}${at === list.length - 1 ? '。' : '；'}`)
