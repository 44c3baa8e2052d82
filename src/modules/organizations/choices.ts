// The closed choices of the register, with the words that people read.

/** 分类管理: registered with civil affairs, filed with the township, guided by the community. (CQ 十三, SZ 二(四)2) */
export const tiers = { registered: '登记', filed: '备案', guided: '指导管理' } as const
export type Tier = keyof typeof tiers

/** Legal form; only registered organizations have one. (社会组织名称管理办法) */
export const legalForms = {
  association: '社会团体',
  serviceAgency: '社会服务机构（民办非企业单位）',
  foundation: '基金会',
  none: '不具法人资格',
} as const
export type LegalForm = keyof typeof legalForms

/** `dormant` still exists but rests; `ended` left the register (注销, 清退, 并入他组织). */
export const organizationStatuses = { active: '正常', dormant: '不活跃', ended: '已退出' } as const
export type OrganizationStatus = keyof typeof organizationStatuses

/**
 * 基础类别: fine enough that the categories of any programme are unions of them, so that an organization is
 * sorted once and counts rightly under every taxonomy (R6).
 */
export const categories = {
  service: '生活服务',
  elderCare: '养老照护',
  charity: '公益慈善',
  mutualHelp: '居民互助',
  culture: '文化艺术',
  sports: '体育健身',
  science: '科普教育',
  mediation: '纠纷调处',
  safety: '平安建设',
  governance: '议事协商',
  environment: '环境保护',
  rural: '农业农村服务',
  customs: '移风易俗',
  other: '其他特色',
} as const
export type Category = keyof typeof categories

/** How the party is present in an organization. (HS 三(二)4; reasons for none as in 党建年报) */
export const partyPresences = {
  own: '单独建立党组织',
  joint: '联合建立党组织',
  instructor: '选派党建指导员',
  none: '尚未覆盖',
} as const
export type PartyPresence = keyof typeof partyPresences
