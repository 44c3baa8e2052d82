// The kinds of people whom policies name as those to serve first: records count them, and name nobody. (SZ 二(三)1)

/** One person may be of several kinds; whoever is of none is counted only in the total. */
export const servedKinds = {
  lowIncome: '低保对象、特困人员',
  emptyNest: '空巢老人',
  elderly: '其他老年人',
  leftBehind: '农村留守人员',
  children: '困境儿童',
  youth: '其他儿童、青少年',
  disabled: '残疾人',
  migrant: '进城务工人员及随迁子女',
} as const

export type ServedKind = keyof typeof servedKinds
