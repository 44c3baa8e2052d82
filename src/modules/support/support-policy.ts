// Who may do what about support (培育平台).

export const supportPolicy = {} as const
