// Checks a DATABASE_URL before anything relies on it: connects once, says what is wrong and how to mend it.
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Problem } from '../../kernel/problem.ts'
import * as faults from './url-faults.ts'

/** The parts of an address that may be shown: never the password. */
type Target = { shown: string; host: string; user: string; database: string }

const oldestVersion = 140_000

/** Connects once, waiting `patience` milliseconds for an answer. Throws a Problem (503, `databaseUrl.…`)
 *  unless it is a writable UTF-8 database of PostgreSQL 14 or newer. */
export async function checkDatabaseUrl(url: string, patience = 8000): Promise<void> {
  const target = targetOf(url)
  const client = await connect(url, target, patience)
  try {
    await checkServer(client, target)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Reads the address. Problem `databaseUrl.malformed` says which part is wrong. */
export function targetOf(url: string): Target {
  if (!/^postgres(ql)?:\/\//.test(url)) throw faults.urlMalformed('应以 postgresql:// 开头')
  if (!URL.canParse(url)) throw faults.urlMalformed('主机、端口或密码部分不能识别')
  const { hostname, port, username, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  const database = decoded(pathname.slice(1))
  if (host === '') throw faults.urlMalformed('没有写主机')
  if (database === '') throw faults.urlMalformed('末尾没有写数据库名')
  return { shown: `${host}:${port || 5432}/${database}`, host, user: decoded(username), database }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw faults.urlMalformed('% 后面应是两位十六进制数')
  }
}

/** A server that is just starting is waited for, half a minute at most. */
async function connect(url: string, target: Target, patience: number): Promise<Client> {
  for (let turn = 1; ; turn++) {
    try {
      return await connectOnce(url, patience)
    } catch (error) {
      if (turn > 60 || codeOf(error) !== '57P03') throw explainConnection(error, target)
      await sleep(500)
    }
  }
}

async function connectOnce(url: string, patience: number): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

const explanations: Readonly<Record<string, (target: Target) => Problem>> = {
  ENOTFOUND: ({ host }) => faults.hostUnknown(host),
  EAI_AGAIN: ({ host }) => faults.hostUnknown(host),
  ECONNREFUSED: ({ shown }) => faults.notReachable(shown, '对方没有在这个端口上接受连接'),
  ENOENT: ({ shown }) => faults.notReachable(shown, '没有这个套接字文件'),
  ECONNRESET: ({ shown }) => faults.notReachable(shown, '对方中断了连接'),
  ETIMEDOUT: ({ shown }) => faults.notReachable(shown, '对方没有回应'),
  EHOSTUNREACH: ({ shown }) => faults.notReachable(shown, '网络不通'),
  ENETUNREACH: ({ shown }) => faults.notReachable(shown, '网络不通'),
  '28P01': ({ shown, user }) => faults.passwordWrong(shown, user),
  '28000': ({ shown, user }) => faults.notAdmitted(shown, user),
  '42501': ({ shown, user }) => faults.notAdmitted(shown, user),
  '3D000': ({ shown, database }) => faults.databaseAbsent(shown, database),
  '53300': ({ shown }) => faults.tooManyConnections(shown),
  '57P03': ({ shown }) => faults.notReachable(shown, '数据库正在启动，半分钟内没有就绪'),
  SELF_SIGNED_CERT_IN_CHAIN: ({ shown }) => faults.certificateRefused(shown),
  DEPTH_ZERO_SELF_SIGNED_CERT: ({ shown }) => faults.certificateRefused(shown),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ({ shown }) => faults.certificateRefused(shown),
  ERR_TLS_CERT_ALTNAME_INVALID: ({ shown }) => faults.certificateRefused(shown),
}

/** The driver gives no code for these, so we look at its words. */
const wordings: readonly [RegExp, (target: Target) => Problem][] = [
  [/timeout/i, ({ shown }) => faults.notReachable(shown, '对方没有回应')],
  [/password must be/, ({ shown }) => faults.passwordAbsent(shown)],
  [/does not support SSL/, ({ shown }) => faults.encryptionUnsupported(shown)],
  [/Connection terminated/, ({ shown }) => faults.notReachable(shown, '对方中断了连接')],
]

/** The Problem for an error met while connecting. */
export function explainConnection(error: unknown, target: Target): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const explain = explanations[codeOf(error)] ?? wordings.find(([words]) => words.test(message))?.[1]
  return explain ? explain(target) : faults.notPostgres(target.shown, message || codeOf(error))
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''

type ServerFacts = { version: string; number: number; encoding: string; standby: boolean }

async function checkServer(client: Client, { shown }: Target): Promise<void> {
  const { rows } = await client.query<ServerFacts>(`
    SELECT current_setting('server_version') AS version,
           current_setting('server_version_num')::int AS number,
           current_setting('server_encoding') AS encoding,
           pg_is_in_recovery() AS standby`)
  const problem = whyNotServer(rows[0], shown)
  if (problem) throw problem
}

/** Why a server with these facts cannot serve, or null. */
export function whyNotServer(facts: ServerFacts | undefined, shown: string): Problem | null {
  if (!facts) return faults.notPostgres(shown, '没有回答')
  if (facts.number < oldestVersion) return faults.tooOld(shown, facts.version)
  if (facts.encoding !== 'UTF8') return faults.notUtf8(shown, facts.encoding)
  return facts.standby ? faults.readOnlyServer(shown) : null
}
