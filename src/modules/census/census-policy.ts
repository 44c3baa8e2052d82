// Who may do what about census (摸底排查).

export const censusPolicy = {} as const
