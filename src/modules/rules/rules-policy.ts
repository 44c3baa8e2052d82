// Who may do what about rules (规则集).

export const rulesPolicy = {} as const
