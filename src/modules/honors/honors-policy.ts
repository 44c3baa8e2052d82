// Who may do what about honors (品牌与试点).

export const honorsPolicy = {} as const
