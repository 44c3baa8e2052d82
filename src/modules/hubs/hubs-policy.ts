// Who may do what about hubs (枢纽).

export const hubsPolicy = {} as const
