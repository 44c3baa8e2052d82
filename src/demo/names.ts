// Words from which made-up organizations get names that obey the naming rule:
// 行政区划 + 社区(村) + 字号 + 业务范围 + 组织形式 (CQ 十二).
import type { Category } from '../modules/organizations/choices.ts'
import type { Chance } from './random.ts'

const tradeNames = [
  '夕阳红',
  '常青藤',
  '金太阳',
  '邻里情',
  '暖心',
  '同心',
  '百灵',
  '春晖',
  '和谐',
  '红石榴',
  '蒲公英',
  '向阳花',
  '连心桥',
  '老娘舅',
  '守望',
  '绿荫',
  '新风',
  '益家',
  '乐龄',
  '萤火虫',
  '小橘灯',
  '晨光',
  '馨苑',
  '众望',
  '齐心',
  '福满',
  '映山红',
  '清泉',
  '木棉',
  '芳邻',
] as const

/** What organizations of a category do, and what such groups call themselves. */
const trades: Record<Category, { fields: readonly string[]; forms: readonly string[] }> = {
  service: {
    fields: ['便民', '家电维修', '家政互助', '理发便民', '代办'],
    forms: ['服务队', '服务社', '服务站'],
  },
  elderCare: { fields: ['居家养老', '助老', '老年关爱', '银龄陪伴'], forms: ['服务队', '服务站', '互助社'] },
  charity: { fields: ['公益', '爱心', '助学帮困', '慈善义卖'], forms: ['服务队', '志愿队', '协会'] },
  mutualHelp: { fields: ['邻里互助', '妈妈互助', '病友互助', '邻里帮扶'], forms: ['队', '社', '会'] },
  culture: { fields: ['合唱', '舞蹈', '书画', '戏曲', '腰鼓', '民乐'], forms: ['队', '社', '协会'] },
  sports: { fields: ['健身', '太极', '乒乓球', '健步走', '广场舞'], forms: ['队', '协会', '俱乐部'] },
  science: { fields: ['读书', '科普宣传', '亲子阅读', '老年学堂'], forms: ['会', '社', '站'] },
  mediation: { fields: ['矛盾调解', '邻里调解', '家事调解'], forms: ['工作室', '队', '站'] },
  safety: { fields: ['平安巡逻', '治安巡防', '应急救援', '消防宣传'], forms: ['队', '志愿队', '服务队'] },
  governance: { fields: ['议事', '楼组自治', '居民议事'], forms: ['会', '小组', '社'] },
  environment: { fields: ['环保', '垃圾分类', '护河', '绿化养护'], forms: ['志愿队', '队', '服务队'] },
  rural: { fields: ['农技', '果蔬种植', '稻作互助', '水产养殖'], forms: ['服务队', '协会', '互助社'] },
  customs: { fields: ['红白理事', '移风易俗', '乡风文明'], forms: ['会', '理事会'] },
  other: { fields: ['退役军人', '非遗传承', '文创', '楼宇联谊'], forms: ['工作室', '队', '社'] },
}

/** `place` is the community in short: 牌楼社区. Each name is made once: `taken` remembers. */
export function nameFor(chance: Chance, place: string, category: Category, taken: Set<string>): string {
  const { fields, forms } = trades[category]
  for (let attempt = 0; attempt < 20; attempt++) {
    const name = `${place}${chance.pick(tradeNames)}${chance.pick(fields)}${chance.pick(forms)}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
  return `${place}${chance.pick(tradeNames)}第${taken.size}${chance.pick(forms)}`
}

export const scopes: Record<Category, string> = {
  service: '为居民提供小修小补、代办等便民服务',
  elderCare: '为老年人提供探访、陪伴和居家照料服务',
  charity: '组织爱心义卖、帮困助学等公益活动',
  mutualHelp: '组织邻里之间的互助服务',
  culture: '开展群众性文艺排练和演出',
  sports: '组织居民健身和体育比赛',
  science: '开展读书、科普和教育活动',
  mediation: '调解邻里、家庭矛盾纠纷',
  safety: '开展治安巡逻和安全宣传',
  governance: '组织居民议事协商',
  environment: '开展环境整治和垃圾分类宣传',
  rural: '提供农业技术推广和生产互助服务',
  customs: '倡导文明节俭的婚丧礼俗',
  other: '开展特色主题活动',
}
