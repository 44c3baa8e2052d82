// A made-up charter that is filled in completely, for the demo world and for tests.
import type { CharterRules } from '../modules/charters/charter.ts'
import type { CharterForm } from '../modules/charters/charter-form.ts'
import { type Known, prefilled } from '../modules/charters/prefill.ts'
import type { Category } from '../modules/organizations/choices.ts'

/** What the register's prefilling leaves to the people is made up by category. */
export function exampleForm(known: Known, rules: CharterRules): CharterForm {
  const form = prefilled(known, rules)
  const { purpose, activities } = stories[known.category]
  return {
    ...form,
    purpose,
    place: form.place ?? '社区活动室',
    community: form.community ?? '本社区',
    authority: form.authority ?? '街道办事处',
    guidance: form.guidance ?? '社区居民委员会',
    activities: form.activities.length > 0 ? form.activities : [...activities],
    eligibility: `在${form.community ?? '本社区'}居住或者工作、年满十八周岁，愿意遵守本章程的居民`,
    dues: 0,
    election: 'hands',
    custody: 'community',
    custodian: form.guidance ?? '社区居民委员会',
    incomes: ['donations', 'government'],
    largeExpense: 500,
    disclosureWays: ['board', 'chat'],
    disclosuresPerYear: Math.max(2, rules['charters.disclosuresPerYear']),
  }
}

type Story = { purpose: string; activities: readonly string[] }

const stories: Record<Category, Story> = {
  service: { purpose: '为邻居解决日常生活中的小事难事', activities: ['代办代买', '小家电维修', '便民集市'] },
  elderCare: {
    purpose: '让社区里的老人有人看望、有人陪伴',
    activities: ['上门探访', '助餐陪餐', '节日慰问'],
  },
  charity: { purpose: '帮助有困难的邻居，传递善意', activities: ['旧物募集', '困难家庭帮扶', '爱心义卖'] },
  mutualHelp: {
    purpose: '邻里互相帮助，遇事有人搭手',
    activities: ['邻里互助登记', '临时照看', '互助分享会'],
  },
  culture: {
    purpose: '丰富居民的文化生活，以歌舞书画会友',
    activities: ['每周排练', '社区演出', '公益培训'],
  },
  sports: { purpose: '带动居民一起锻炼，强身健体', activities: ['每日晨练', '趣味运动会', '健身指导'] },
  science: { purpose: '传播科学知识，让学习成为习惯', activities: ['科普讲座', '亲子实验', '阅读分享'] },
  mediation: {
    purpose: '化解邻里矛盾，把纠纷解决在家门口',
    activities: ['邻里调解', '政策宣讲', '走访倾听'],
  },
  safety: {
    purpose: '守护社区平安，提醒邻居防火防骗',
    activities: ['夜间巡逻', '防诈骗宣传', '楼道隐患排查'],
  },
  governance: {
    purpose: '让居民有地方商量事、有办法办成事',
    activities: ['楼栋议事会', '意见征集', '公约修订'],
  },
  environment: {
    purpose: '爱护环境，让社区更干净更绿',
    activities: ['垃圾分类指导', '清洁行动', '花园共建'],
  },
  rural: { purpose: '交流农业技术，帮助农户增收', activities: ['农技交流', '农产品互销', '田间指导'] },
  customs: { purpose: '倡导文明节俭的婚丧习俗', activities: ['红白事劝导', '家风故事会', '节俗活动'] },
  other: { purpose: '发挥特长，服务社区居民', activities: ['社区服务日', '兴趣交流', '成果展示'] },
}
