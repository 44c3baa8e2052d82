// Who may do what about workers (社会工作专业人才).

export const workersPolicy = {} as const
