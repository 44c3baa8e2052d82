// The words for 行政区划: five levels, kinds of area, urban or rural and who said so.

/** Twelve digits of the statistical code system (统计用区划代码), e.g. `320585000000` for 太仓市. */
export type AreaCode = string & { readonly brand: 'AreaCode' }

/** From the top down. */
export const areaLevels = ['province', 'city', 'county', 'township', 'community'] as const
export type AreaLevel = (typeof areaLevels)[number]

export const levelLabels = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
  community: '村级',
} as const satisfies Record<AreaLevel, string>

/** The same levels in the words of a sentence: "12 个社区（村）". */
export const levelNouns = {
  province: '省（自治区、直辖市）',
  city: '市（州、盟）',
  county: '县（市、区）',
  township: '街道（乡镇）',
  community: '社区（村）',
} as const satisfies Record<AreaLevel, string>

export type Settlement = 'urban' | 'rural' | 'unknown'

export const settlementLabels = {
  urban: '城市社区',
  rural: '农村社区',
  unknown: '城乡未定',
} as const satisfies Record<Settlement, string>

/** `imported`: 城乡分类代码. `committee`: by the kind of committee in the code. `decided`: by a person. */
export type SettlementSource = 'imported' | 'committee' | 'decided'

export const settlementSourceLabels = {
  imported: '城乡分类代码',
  committee: '按居委会、村委会区分',
  decided: '人工认定',
} as const satisfies Record<SettlementSource, string>

/** What kind of area within its level. The `…Like` and `zone` kinds are units of statistics, not of administration. */
export const kindLabels = {
  municipality: '直辖市',
  ordinaryProvince: '省',
  autonomousRegion: '自治区',
  prefectureCity: '地级市',
  prefecture: '地区',
  autonomousPrefecture: '自治州',
  league: '盟',
  district: '市辖区',
  countyCity: '县级市',
  ordinaryCounty: '县',
  autonomousCounty: '自治县',
  banner: '旗',
  autonomousBanner: '自治旗',
  otherCounty: '其他县级区域',
  subdistrict: '街道',
  town: '镇',
  ruralTownship: '乡',
  zone: '功能区（统计单位）',
  residents: '居民委员会',
  residentsLike: '类似居民委员会',
  villagers: '村民委员会',
  villagersLike: '类似村民委员会',
  virtual: '虚拟社区（统计单位）',
  otherCommunity: '其他村级区域',
} as const
export type AreaKind = keyof typeof kindLabels

/** One area as the shipped divisions know it. Settlement is by the kind of committee; above the community `unknown`. */
export type Division = {
  code: AreaCode
  name: string
  level: AreaLevel
  /** The area directly above, pseudo areas skipped; null for a province. */
  parent: AreaCode | null
  kind: AreaKind
  settlement: Settlement
}
