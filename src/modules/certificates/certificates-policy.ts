// Who may do what about certificates (备案证书).

export const certificatesPolicy = {} as const
