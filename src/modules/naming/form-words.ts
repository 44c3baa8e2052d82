// Words with which names end (组织形式), and endings that tell of something that is no community social organization.

/** Forms of more than one character, besides those that the rules name. */
export const formWords =
  '协会 联合会 促进会 联谊会 研究会 理事会 商会 学会 基金会 俱乐部 工作室 工作坊 驿站 中心 小组 联盟 学校 书屋 茶馆 之家 艺术团'.split(
    ' ',
  )

/** Only organizations of these kinds may be called so. */
export const reservedForms: Readonly<Record<string, readonly string[]>> = {
  基金会: ['foundation'],
  商会: ['association'],
  学校: ['serviceAgency'],
}

/** What is no community social organization, and why. (domain rules on filing; 物权, 村民和居民委员会组织法) */
export const otherBodies: readonly (readonly [ending: RegExp, why: string])[] = [
  [/(业主委员会|业主大会|业委会)$/, '业主委员会按物业管理的规定设立，不是社区社会组织'],
  [/((居民|村民)委员会|居委会|村委会)$/, '居民委员会、村民委员会是基层群众性自治组织，不是社区社会组织'],
  [/委员会$/, '“委员会”是机关、自治组织或者内设机构的名称'],
  [/(公司|集团|商行|商店|超市|饭店)$/, '营利组织不是社区社会组织'],
  [/(专业合作社|信用社)$/, '合作社由市场监管部门登记，不是社区社会组织'],
  [/(党支部|党委|党总支|工会|团支部|妇联)$/, '党组织和群团组织不是社区社会组织'],
  [/(分会|代表处|办事处|联络处)$/, '分支机构、代表机构不单独登记或者备案'],
]
