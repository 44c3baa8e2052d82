// Who may do what about venues (场地).

export const venuesPolicy = {} as const
