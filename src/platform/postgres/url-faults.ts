// What can be wrong with a DATABASE_URL, in words that a person can act on. Never shows the password.
import type { Problem } from '../../kernel/problem.ts'
import { notReady } from './faults.ts'

const example = 'postgresql://用户:密码@主机:5432/数据库'

export const urlMalformed = (why: string): Problem =>
  notReady(
    'databaseUrl.malformed',
    `DATABASE_URL 的写法不对：${why}。`,
    `请写成 ${example}；用户名或密码中的 @ : / # ? % 要分别写成 %40 %3A %2F %23 %3F %25。` +
      '去掉 DATABASE_URL 则使用内置数据库。',
  )

export const hostUnknown = (host: string): Problem =>
  notReady(
    'databaseUrl.hostUnknown',
    `DATABASE_URL 中的主机「${host}」找不到。`,
    '请核对主机名有没有写错，或改用 IP 地址；主机名由内网解析的，请确认本机在内网中。',
  )

export const notReachable = (shown: string, why: string): Problem =>
  notReady(
    'databaseUrl.notReachable',
    `连不上 DATABASE_URL 指定的数据库 ${shown}：${why}。`,
    '请确认数据库已启动、主机和端口没有写错、防火墙放行，并且数据库允许从本机连接（listen_addresses）。',
  )

export const passwordWrong = (shown: string, user: string): Problem =>
  notReady(
    'databaseUrl.passwordWrong',
    `数据库 ${shown} 不接受用户「${user}」的密码。`,
    '请核对 DATABASE_URL 中的用户名和密码；密码中的 @ : / # ? % 要写成 %40 %3A %2F %23 %3F %25。',
  )

export const passwordAbsent = (shown: string): Problem =>
  notReady(
    'databaseUrl.passwordAbsent',
    `数据库 ${shown} 要求密码，而 DATABASE_URL 中没有写。`,
    `请写成 ${example}，或用环境变量 PGPASSWORD 给出密码。`,
  )

export const notAdmitted = (shown: string, user: string): Problem =>
  notReady(
    'databaseUrl.notAdmitted',
    `数据库 ${shown} 不允许用户「${user}」从本机连接。`,
    '请核对用户名；数据库管理员可在 pg_hba.conf 中加上许可；要求加密连接的，请在 DATABASE_URL 末尾加上 ?sslmode=require。',
  )

export const certificateRefused = (shown: string): Problem =>
  notReady(
    'databaseUrl.certificate',
    `数据库 ${shown} 的证书不被本机信任。`,
    '请用环境变量 NODE_EXTRA_CA_CERTS 指定签发证书的机构；只在可信的内网中，可写 ?sslmode=no-verify。',
  )

export const encryptionUnsupported = (shown: string): Problem =>
  notReady(
    'databaseUrl.noEncryption',
    `DATABASE_URL 要求加密连接，而数据库 ${shown} 没有启用加密。`,
    '请在数据库上启用 SSL；只在可信的内网中，可写 ?sslmode=disable。',
  )

export const databaseAbsent = (shown: string, name: string): Problem =>
  notReady(
    'databaseUrl.databaseAbsent',
    `数据库服务器上没有名为「${name}」的数据库（${shown}）。`,
    `请核对名称；还没有建立的，请管理员执行：CREATE DATABASE "${name}" ENCODING 'UTF8' TEMPLATE template0;`,
  )

export const tooManyConnections = (shown: string): Problem =>
  notReady(
    'databaseUrl.tooManyConnections',
    `数据库 ${shown} 的连接数已满。`,
    '请稍后再试；常常如此的，请管理员调大 max_connections，或减少同时运行的程序。',
  )

export const tooOld = (shown: string, version: string): Problem =>
  notReady(
    'databaseUrl.tooOld',
    `数据库 ${shown} 是 PostgreSQL ${version}，本程序需要 14 或更新的版本。`,
    '请升级数据库，或换一个较新的数据库；去掉 DATABASE_URL 则使用内置数据库。',
  )

export const notUtf8 = (shown: string, encoding: string): Problem =>
  notReady(
    'databaseUrl.notUtf8',
    `数据库 ${shown} 的编码是 ${encoding}，不是 UTF8，部分汉字无法保存。`,
    "请新建一个 UTF8 编码的数据库：CREATE DATABASE jusha ENCODING 'UTF8' TEMPLATE template0;",
  )

export const readOnlyServer = (shown: string): Problem =>
  notReady(
    'databaseUrl.readOnly',
    `数据库 ${shown} 是只读的（备库），不能写入。`,
    '请把 DATABASE_URL 指向主库。',
  )

export const notPostgres = (shown: string, why: string): Problem =>
  notReady(
    'databaseUrl.refused',
    `连接 DATABASE_URL 指定的数据库 ${shown} 时出错：${why}。`,
    '请确认该地址上运行的是 PostgreSQL（不是网页服务或别的数据库），并核对 DATABASE_URL。',
  )
