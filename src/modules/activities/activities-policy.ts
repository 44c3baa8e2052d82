// Who may do what about activities (活动).

export const activitiesPolicy = {} as const
