// The columns of a list of who was at a training: what is imported, and what is exported.

export const attendanceLabels = {
  name: '姓名',
  organization: '组织名称',
  leader: '是否负责人',
  township: '所属街道（镇）',
  community: '所属社区',
} as const

/** What the organization's cell says when somebody came for none: an answer, unlike an empty cell. */
export const forNone = '无'
