// Who may do what about filing (备案与登记).

export const filingPolicy = {} as const
