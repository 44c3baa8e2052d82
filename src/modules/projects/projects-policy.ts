// Who may do what about projects (服务项目).

export const projectsPolicy = {} as const
