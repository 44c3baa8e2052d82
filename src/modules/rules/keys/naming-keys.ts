// Parameters of names: which parts a name must have, how it may end, which words it may not hold.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const need = z.enum(['required', 'optional'])

/** Which parts of a name must be there. The organizational form always must. */
const Parts = z.object({
  /** 行政区划, down to the township. */
  area: need,
  /** 社区（村）; for an organization of a township, the township's own name. */
  community: need,
  /** 字号. */
  tradeName: need,
  /** 业务范围（行业领域或者会员组成）. */
  field: need,
})

const wordList = z.array(z.string().trim().min(1).max(12)).max(80)

const measures = '社会组织名称管理办法'

export const namingKeys = {
  'naming.associationParts': ruleKey({
    title: '社会团体名称的组成',
    schema: Parts,
    base: { area: 'required', community: 'optional', tradeName: 'optional', field: 'required' },
    source: { document: measures, clause: '第八条第一款' },
  }),
  'naming.serviceAgencyParts': ruleKey({
    title: '社会服务机构名称的组成',
    schema: Parts,
    base: { area: 'required', community: 'optional', tradeName: 'required', field: 'required' },
    source: { document: measures, clause: '第八条第二款' },
  }),
  'naming.foundationParts': ruleKey({
    title: '基金会名称的组成',
    schema: Parts,
    base: { area: 'required', community: 'optional', tradeName: 'required', field: 'required' },
    source: { document: measures, clause: '第八条第二款' },
  }),
  'naming.groupParts': ruleKey({
    title: '备案和指导管理的组织名称的组成',
    schema: Parts,
    base: { area: 'optional', community: 'required', tradeName: 'optional', field: 'optional' },
    source: 'default',
  }),
  'naming.associationEndings': ruleKey({
    title: '社会团体名称的结尾',
    schema: wordList,
    base: [
      '协会',
      '联合会',
      '促进会',
      '联谊会',
      '研究会',
      '商会',
      '学会',
      '慈善会',
      '互助会',
      '理事会',
      '会',
    ],
    source: 'default',
  }),
  'naming.serviceAgencyEndings': ruleKey({
    title: '社会服务机构名称的结尾',
    schema: wordList,
    base: ['中心', '服务社', '社', '站', '院', '园', '馆', '所', '学校', '工作室'],
    source: 'default',
  }),
  'naming.foundationEndings': ruleKey({
    title: '基金会名称的结尾',
    schema: wordList,
    base: ['基金会'],
    source: { document: measures, clause: '组织形式' },
  }),
  'naming.groupEndings': ruleKey({
    title: '备案和指导管理的组织名称的结尾',
    schema: wordList,
    base: [
      '队',
      '社',
      '站',
      '组',
      '会',
      '团',
      '班',
      '中心',
      '室',
      '坊',
      '所',
      '俱乐部',
      '驿站',
      '联盟',
      '屋',
      '角',
    ],
    source: 'default',
  }),
  'naming.tradeNameFrom': ruleKey({
    title: '字号至少有几个汉字',
    schema: z.int().min(1).max(6),
    base: 2,
    source: 'default',
  }),
  'naming.misleadingWords': ruleKey({
    title: '名称里不能有的误导性字样',
    schema: wordList,
    base: ['第一', '最高', '国家级'],
    source: { document: measures, clause: '行（事）业领域' },
  }),
  'naming.nationalWords': ruleKey({
    title: '只能用来限定业务范围的字样',
    schema: wordList,
    base: ['中国', '全国', '中华', '国际', '世界'],
    source: { document: measures, clause: '行政区划名称' },
  }),
  'naming.refusedWords': ruleKey({
    title: '名称里不能有的其他字样',
    schema: wordList,
    base: ['党委', '政府', '政协', '法院', '检察院', '公安局', '解放军', '武警', '公司', '银行'],
    source: 'default',
  }),
  'naming.fieldWords': ruleKey({
    title: '本地另有的业务范围用词',
    schema: wordList,
    base: [],
    source: 'default',
  }),
  'naming.shortPlaces': ruleKey({
    title: '区划、社区能不能用简称（太仓、浮桥）',
    schema: z.enum(['allowed', 'advised', 'refused']),
    base: 'allowed',
    source: 'default',
  }),
  'naming.mostCharacters': ruleKey({
    title: '名称最多几个字',
    schema: z.int().min(8).max(60),
    base: 40,
    source: 'default',
  }),
} as const
