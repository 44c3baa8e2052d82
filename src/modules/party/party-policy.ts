// Who may do what about party (党建).

export const partyPolicy = {} as const
