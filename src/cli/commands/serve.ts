// `serve` and `demo`: starts the product and keeps it running until it is told to stop.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { demoLogins, isEmpty } from '../../demo/demo-store.ts'
import { makeDemoWorld } from '../../demo/demo-world.ts'
import { Problem } from '../../kernel/problem.ts'
import { demoPassword, sessionSecret } from '../../modules/people/server/index.ts'
import { shippedIds } from '../../modules/programmes/server/index.ts'
import { paths } from '../../paths.ts'
import { keepMemorySmall } from '../../platform/memory.ts'
import { describeListenError } from '../../platform/postgres/listen-error.ts'
import { announceRunning, readRunning } from '../../platform/postgres/running.ts'
import { buildServer } from '../../server.ts'
import { dataFolderOf, type Installation, openInstallation, type Place } from '../installation.ts'
import { type Output, print, table } from '../output.ts'

export type ServeOptions = Place & Output & { port: number; host: string; pack?: string }

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Starts the product on its data and returns when it was told to stop (Ctrl-C, SIGTERM). */
export async function serve(options: ServeOptions): Promise<void> {
  refuseSecondStart(options)
  const installation = await openInstallation(options, say)
  try {
    await run(installation, options)
  } finally {
    await installation.close()
  }
}

/** The same, with a made-up world in a data folder of its own, built on the first start. */
export async function demo(options: ServeOptions): Promise<void> {
  const pack = options.pack ?? 'taicang'
  if (!shippedIds().includes(pack)) throw unknownPack(pack)
  const place = { ...options, data: options.data ?? join(paths.data, `demo-${pack}`) }
  refuseSecondStart(place)
  if (process.env.DATABASE_URL) say('演示只用自带的数据库，不使用 DATABASE_URL。')
  const installation = await openInstallation(place, say, { embedded: true })
  try {
    await fillDemo(installation, pack)
    await run(installation, place)
  } finally {
    await installation.close()
  }
}

const unknownPack = (pack: string) =>
  new Problem(422, {
    code: 'demo.unknownPack',
    message: `没有名为“${pack}”的演示方案。`,
    mend: `可选：${shippedIds().join('、')}。`,
  })

async function fillDemo({ database }: Installation, pack: string): Promise<void> {
  if (!(await isEmpty(database))) return
  const facts = await makeDemoWorld(database, pack, (line) => say(`… ${line}`))
  say(
    `✔ 演示数据：${facts.title}，${facts.communities} 个社区（村），${facts.organizations} 个组织，演示日期 ${facts.today}`,
  )
}

async function run(installation: Installation, options: ServeOptions): Promise<void> {
  keepMemorySmall()
  const app = await buildServer(installation.database, {
    secret: await sessionSecret(installation.database),
    secure: process.env.JUSHA_HTTPS === '1',
    log: true,
    daily: true,
    ...(existsSync(paths.web) ? { web: paths.web } : {}),
  })
  try {
    const url = await app.listen({ port: options.port, host: options.host }).catch((error: unknown) => {
      throw describeListenError(error, options.port)
    })
    const withdraw = announceRunning(installation.dataFolder, { url, databaseUrl: installation.url })
    await greet(installation, options, url)
    await untilStopped()
    say('正在停止……')
    withdraw()
  } finally {
    await app.close()
  }
}

async function greet(
  { database, dataFolder }: Installation,
  options: ServeOptions,
  url: string,
): Promise<void> {
  const accounts = await demoLogins(database)
  print(options, { url, dataFolder, accounts, password: accounts.length > 0 ? demoPassword : null }, () =>
    [
      '',
      `聚沙已启动：${url}`,
      `数据文件夹：${dataFolder}`,
      ...(accounts.length > 0
        ? [
            '',
            `演示账号（密码都是 ${demoPassword}）：`,
            table(accounts.map(({ login, role }) => [`  ${login}`, role])),
          ]
        : ['首次使用请在浏览器打开上面的地址，按提示设置。']),
      '',
      '按 Ctrl-C 停止。',
    ].join('\n'),
  )
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

function refuseSecondStart(options: Place): void {
  const running = readRunning(dataFolderOf(options))
  if (!running) return
  throw new Problem(503, {
    code: 'serve.running',
    message: `这个数据文件夹上已经有一个聚沙在运行（进程 ${running.pid}${running.url ? `，地址 ${running.url}` : ''}）。`,
    mend: '请直接打开那个地址；或先停止它，或用 --data 指定另一个文件夹。',
  })
}
