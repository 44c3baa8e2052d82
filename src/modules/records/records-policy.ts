// Who may do what about records (记录).

export const recordsPolicy = {} as const
