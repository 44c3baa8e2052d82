// Who may do what about queues (待办).

export const queuesPolicy = {} as const
