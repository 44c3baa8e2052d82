// Says why the web server cannot listen on its port, and how to mend it.
import type { Problem } from '../../kernel/problem.ts'
import { notReady } from './faults.ts'

type Describe = (port: number) => Problem

const descriptions: Readonly<Record<string, Describe>> = {
  EADDRINUSE: (port) =>
    notReady(
      'port.taken',
      `端口 ${port} 已被别的程序占用。`,
      `请关闭占用它的程序（可用 ss -ltnp 或 lsof -i :${port} 查看），或换一个端口（例如 ${port + 1}）再启动。`,
    ),
  EACCES: (port) =>
    notReady(
      'port.forbidden',
      `当前用户不能使用端口 ${port}：1024 以下的端口一般只有 root 可以使用。`,
      '请换一个 1024 以上的端口（例如 8080）；要对外使用 80 或 443，请在前面放一个反向代理。',
    ),
  EADDRNOTAVAIL: () =>
    notReady(
      'port.noSuchAddress',
      '指定的监听地址不是本机的地址。',
      '请改为本机的地址；只在本机使用写 127.0.0.1，允许其他机器访问写 0.0.0.0。',
    ),
  ERR_SOCKET_BAD_PORT: (port) =>
    notReady('port.malformed', `端口 ${port} 不存在。`, '端口应是 0 到 65535 的整数（0 表示任选一个）。'),
}

/** The Problem (503) for an error of `listen`; `error` is what Node threw. */
export function describeListenError(error: unknown, port: number): Problem {
  const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string }
  const describe = descriptions[code === 'ENOTFOUND' ? 'EADDRNOTAVAIL' : code]
  return describe ? describe(port) : listenFailed(port, code || message)
}

const listenFailed = (port: number, why: string): Problem =>
  notReady('port.failed', `不能在端口 ${port} 上提供服务：${why}。`, '请换一个端口再启动。')
