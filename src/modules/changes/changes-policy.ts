// Who may do what about changes (变更与退出).

export const changesPolicy = {} as const
