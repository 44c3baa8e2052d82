// Who may do what about training (培训).

export const trainingPolicy = {} as const
