// Who may do what about charters (章程).

export const chartersPolicy = {} as const
