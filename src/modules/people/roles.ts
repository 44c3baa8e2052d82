// Who a person is here: roles are held at an area, as postings.

/** Roles of requirements.md; an officer's department decides what concerns them, the posting's area decides where. */
export const roles = {
  administrator: '系统管理员',
  cityOfficer: '市级民政',
  countyOfficer: '县区民政',
  partyOfficer: '组织部门',
  townshipOfficer: '街镇',
  communityWorker: '社区工作者',
  organizationLeader: '组织负责人',
  resident: '居民（志愿者）',
  judge: '评审',
  auditor: '审计员',
} as const

export type Role = keyof typeof roles

/** The officers of civil affairs at every level: they keep the register. */
export const registerKeepers = [
  'cityOfficer',
  'countyOfficer',
  'townshipOfficer',
  'communityWorker',
] as const satisfies Role[]
/** Everybody who may read the register of their area. */
export const registerReaders = [...registerKeepers, 'partyOfficer'] as const satisfies Role[]
