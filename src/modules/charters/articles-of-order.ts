// The articles on who decides, on money, on the end, and on the charter itself, in our own wording.
import { type ArticleDraft, article, type Given, items } from './articles.ts'
import { bare } from './form-words.ts'
import { chineseNumber } from './shares.ts'

/** 组织机构. */
export function organArticles({ form, say }: Given): ArticleDraft[] {
  return [
    article(
      'assembly',
      `成员大会由全体成员组成，是${say.self}的最高决策机构，行使下列职权：`,
      ...items([
        '制定和修改章程',
        `选举和罢免${say.leaderTitle}${form.deputies === 0 ? '' : `、副${say.leaderTitle}`}`,
        '决定年度活动计划',
        '审议活动情况和收支情况',
        '决定成员除名、组织终止等重要事项',
      ]),
    ),
    article(
      'meetings',
      `成员大会每年至少召开${say.meetingsPerYear}次，由${say.leaderTitle}召集。三分之一以上的成员提议时，应当召开。`,
      `召开成员大会，应当有${say.quorum}的成员到会。作出决定，应当有到会成员的${say.majority}赞成；修改章程、终止组织，应当有到会成员的${say.amendMajority}赞成。`,
    ),
    article('leader', leaderWords({ form, say }), termWords({ form, say })),
    article(
      'leaderDuties',
      `${say.leaderTitle}召集成员大会，执行成员大会的决定，组织日常活动，管理成员名册和资料，对外代表${say.self}。`,
      `${say.leaderTitle}每年向成员大会报告工作。`,
    ),
    article('records', '成员大会和重要活动应当有记录，由记录人签名后保存。'),
  ]
}

type Part = Pick<Given, 'form' | 'say'>

function leaderWords({ form, say }: Part): string {
  const deputies = form.deputies === 0 ? '' : `、副${say.leaderTitle}${say.deputies}名`
  return `${say.self}设${say.leaderTitle}1名${deputies}，由成员大会以${say.election}的方式选举产生。`
}

function termWords({ form, say }: Part): string {
  const again = form.termsMax === 0 ? '可以连选连任' : `连续任职不超过${say.termsMax}届`
  return `每届任期${say.termYears}年，${again}。任期届满，应当及时换届。`
}

/** 财产与财务. */
export function moneyArticles(given: Given): ArticleDraft[] {
  const { form, say } = given
  const publicity = article(
    'disclosure',
    `${say.self}通过${say.disclosureWays}，每年至少公开${say.disclosuresPerYear}次活动情况${form.custody === 'none' ? '' : '和收支情况'}，接受成员、居民和${say.guidance}的监督。`,
  )
  if (form.custody === 'none') {
    return [
      article('incomes', `${say.self}没有资金往来。需要收支资金时，先修改本章程。`),
      article('property', '接受的物品登记造册，用于章程规定的活动。'),
      publicity,
    ]
  }
  return [
    article(
      'incomes',
      `${say.self}的资金来源是：${say.incomes}。`,
      '接受捐赠和资助，遵守捐赠人与资助人约定的用途。',
    ),
    article(
      'spending',
      `资金用于章程规定的活动。每一笔支出应当有凭据，由经手人和${say.leaderTitle}两人签字；一次支出达到${say.largeExpense}元的，由成员大会决定。`,
    ),
    article('custody', custodyWords(given)),
    publicity,
  ]
}

function custodyWords({ form, say }: Given): string {
  const held = `${say.self}的资金由${say.custodian}代管，专账记录，专款专用，${say.self}可以随时查账。`
  const words = {
    community: held,
    hub: held,
    self: `${say.self}的资金由成员大会推选的两人分别管钱和管账，账目每月核对，公款不与个人的钱混放。`,
  }
  return form.custody === 'community' || form.custody === 'hub' || form.custody === 'self'
    ? words[form.custody]
    : `资金的保管：${say.custody}。`
}

/** 终止和剩余财产. */
export function endingArticles({ say }: Given): ArticleDraft[] {
  return [
    article(
      'end',
      '有下列情形之一的，应当终止：',
      ...items([
        '成员大会决定终止',
        '成员过少或者长期没有活动，难以继续',
        '与其他组织合并，或者分立后不再保留',
        '依照法律、法规应当终止',
      ]),
      `终止应当报告${say.authority}和${say.guidance}。`,
    ),
    article(
      'assets',
      `终止以前，在${say.guidance}的指导下清理财产和债权债务，清理结果向全体成员公开。`,
      `清理后的剩余财产不得在成员中分配，用于：${say.heir}。`,
    ),
  ]
}

/** 附则. */
export function closingArticles({ form, say }: Given): ArticleDraft[] {
  return [
    ...form.other.map((text, at) => article(`other${at + 1}`, `${bare(text)}。`)),
    article(
      'amending',
      `修改本章程，由${say.leaderTitle}或者三分之一以上的成员提出，按照本章程关于修改章程的规定表决通过。`,
    ),
    article(
      'interpretation',
      '本章程由成员大会解释。章程与法律、法规和国家政策不一致的，按照法律、法规和国家政策执行。',
    ),
    article('force', '本章程经成员大会表决通过后生效。'),
  ]
}

/** Articles that the place demands, by chapter. */
export const placeArticles = ({ rules }: Given, chapter: string): ArticleDraft[] =>
  rules['charters.extraArticles']
    .filter((extra) => extra.chapter === chapter)
    .map(({ text }, at) => article(`${chapter}Place${chineseNumber(at + 1)}`, `${bare(text)}。`))
