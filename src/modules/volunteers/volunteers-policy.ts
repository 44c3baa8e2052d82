// Who may do what about volunteers (志愿服务).

export const volunteersPolicy = {} as const
