// Who may do what about naming (名称).

export const namingPolicy = {} as const
