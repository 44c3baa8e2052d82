// What can go wrong with the embedded database, in words that a person can act on.
import { Problem } from '../../kernel/problem.ts'

export const notReady = (code: string, message: string, mend: string): Problem =>
  new Problem(503, { code, message, mend })

export const folderUnwritable = (folder: string, why: string): Problem =>
  notReady(
    'dataFolder.unwritable',
    `数据文件夹「${folder}」不能写入：${why}。`,
    '请把它改为当前用户可以写入的文件夹，或另选一个数据文件夹，再启动。',
  )

export const diskFull = (folder: string): Problem =>
  notReady(
    'disk.full',
    `磁盘已满，「${folder}」所在的磁盘没有空间可写。`,
    '请删除不用的文件或扩大磁盘（至少留出 1 GB），再启动；已保存的数据没有丢失。',
  )

export const noBinaries = (platform: string): Problem =>
  notReady(
    'database.noBinaries',
    `没有找到适用于本机（${platform}）的内置数据库程序。`,
    '请在程序目录重新执行 npm install（不要加 --omit=optional）；' +
      '本机型没有内置数据库时，请用环境变量 DATABASE_URL 指定一个 PostgreSQL 14 以上的数据库。',
  )

export const binariesBroken = (file: string, why: string): Problem =>
  notReady(
    'database.binariesBroken',
    `内置数据库程序「${file}」不能运行：${why}。`,
    '请删除 node_modules 后重新执行 npm install；系统过旧或不是 glibc 的（如 Alpine），' +
      '请用 DATABASE_URL 指定一个 PostgreSQL 数据库。',
  )

export const noUser = (): Problem =>
  notReady(
    'database.noUser',
    '当前以 root 运行，而内置数据库不允许以 root 运行；系统里也没有可以代为运行的用户（postgres 或 nobody）。',
    '请改用普通用户启动，或在 /etc/passwd 中加上 nobody 用户，或用 DATABASE_URL 指定一个数据库。',
  )

export const unknownUser = (): Problem =>
  notReady(
    'database.unknownUser',
    '当前用户的编号没有登记在本机的用户表（/etc/passwd）中，内置数据库不能以它运行。',
    '请改用本机已有的用户启动，或在 /etc/passwd 中为这个编号加上一行。',
  )

export const cannotSwitchUser = (user: string): Problem =>
  notReady(
    'database.cannotSwitchUser',
    `内置数据库不允许以 root 运行，而系统不准切换到用户「${user}」。`,
    '请改用普通用户启动，或用 DATABASE_URL 指定一个数据库。',
  )

export const noShelter = (user: string, tried: readonly string[]): Problem =>
  notReady(
    'database.noShelter',
    `数据库用户「${user}」进不了数据文件夹，备用位置（${tried.join('、')}）也不能写入或进入。`,
    '请把数据文件夹放到其他用户可以进入的位置（例如 /srv/jusha），或改用普通用户启动。',
  )

export const otherOwner = (cluster: string): Problem =>
  notReady(
    'database.otherOwner',
    `「${cluster}」属于另一个用户，当前用户不能打开。`,
    '请用当初启动它的用户（或 root）启动，或另选一个数据文件夹。',
  )

export const otherMajor = (cluster: string, found: string, ours: string): Problem =>
  notReady(
    'database.otherMajor',
    `数据库文件夹「${cluster}」由 PostgreSQL ${found} 建立，本程序带的是 PostgreSQL ${ours}，不能直接打开。`,
    `数据没有改动。请用原来的程序版本打开并备份，再在本版本中恢复；或用 PostgreSQL ${found} 打开它并设置 DATABASE_URL。`,
  )

export const copiedFolder = (dataFolder: string, origin: string, cluster: string): Problem =>
  notReady(
    'database.copiedFolder',
    `数据文件夹「${dataFolder}」是从「${origin}」复制来的，而其中的数据库放在「${cluster}」，仍归原来的文件夹使用。`,
    '请使用原来的数据文件夹；要另开一套空的，请删除新文件夹中的 database.json；要搬走数据，请移动而不是复制原来的文件夹。',
  )

export const damaged = (cluster: string): Problem =>
  notReady(
    'database.damaged',
    `文件夹「${cluster}」里不是完整的数据库（缺少 PG_VERSION）。`,
    '请从备份恢复；如果里面没有要保留的内容，请把它移走后再启动，程序会新建一个。',
  )

export const databasePortTaken = (port: number): Problem =>
  notReady(
    'database.portTaken',
    `指定给数据库的端口 ${port} 已被别的程序占用。`,
    '请换一个端口，或不指定端口，由程序自己选择。',
  )

export const startFailed = (logFile: string, lastLine: string): Problem =>
  notReady(
    'database.startFailed',
    `内置数据库没有启动${lastLine ? `：${lastLine}` : ''}。`,
    `数据没有改动。请查看日志「${logFile}」的最后几行；需要帮助时请把这份日志一并提供。`,
  )

export const databaseLost = (logFile: string): Problem =>
  notReady(
    'database.lost',
    '内置数据库意外停止。',
    `请重新启动程序，已保存的数据会自动恢复；原因见日志「${logFile}」的最后几行。`,
  )
