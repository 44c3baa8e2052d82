// All commands with their options, and one call of them from the arguments to the exit code.
import { Command, CommanderError } from 'commander'
import { inChinese, refusalOf } from '../in-chinese.ts'
import { exitCodes, explain } from '../output.ts'

/** Answers one call on the process's own output; its exit code is left in `process.exitCode`. */
export async function answer(args: readonly string[]): Promise<void> {
  try {
    await commands().parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode =
      error instanceof CommanderError ? misuse(error) : explain(error, { json: args.includes('--json') })
  }
}

/** Help was asked for, or the command was called wrongly. */
function misuse(error: CommanderError): number {
  const { exitCode } = error
  const refusal = refusalOf(error)
  if (refusal && exitCode !== 0) process.stderr.write(`✘ ${refusal}\n`)
  return exitCode === 0 ? exitCodes.done : exitCodes.misused
}

function commands(): Command {
  const program = inChinese(new Command('jusha'))
    .description('聚沙：社区社会组织培育发展的名录、方案与差距')
    .exitOverride()
    .helpCommand(false)
  for (const add of [addServing, addAreas, addPacks, addRules, addTables]) add(program)
  return program
}

function addServing(program: Command): void {
  onData(listening(program.command('demo')))
    .description('用虚构的数据试用：载入真实区划和一个方案，并列出各岗位的演示账号')
    .option('--pack <名字>', 'taicang（缺省）、guangzhou、chongqing、suzhou、red')
    .action(from(async () => (await import('./serve.ts')).demo))
  onData(listening(program.command('serve')))
    .description('启动，供真实使用')
    .action(from(async () => (await import('./serve.ts')).serve))
}

function addAreas(program: Command): void {
  const areas = program.command('areas').description('区划').helpCommand(false)
  onData(areas.command('load <代码...>'))
    .description('载入区划及其以下，例如 320585；all 为全国')
    .action(from(async () => (await import('./areas.ts')).loadAreas))
  onData(areas.command('settlement <文件>'))
    .description('导入城乡分类代码（CSV）')
    .action(from(async () => (await import('./areas.ts')).loadSettlement))
}

function addPacks(program: Command): void {
  const pack = program.command('pack').description('方案包').helpCommand(false)
  inWordsOrJson(pack.command('check <文件...>'))
    .description('检查方案包，不载入')
    .action(from(async () => (await import('./pack-check.ts')).checkPacks))
  inWordsOrJson(pack.command('coverage <文件...>'))
    .description('列出每个目标的数从哪里来；有目标没有来源时以 1 退出')
    .action(from(async () => (await import('./pack-coverage.ts')).packCoverage))
  onData(pack.command('load <文件>'))
    .description('载入方案包')
    .action(from(async () => (await import('./pack-load.ts')).loadPack))
}

function addRules(program: Command): void {
  const rules = program.command('rules').description('规则集').helpCommand(false)
  inWordsOrJson(rules.command('check <文件...>'))
    .description('检查规则集，不载入')
    .action(from(async () => (await import('./rules-check.ts')).checkRuleSets))
  onData(rules.command('load <文件>'))
    .description('载入规则集，替换该地区现行的一版；旧的版本都留着')
    .requiredOption('--reason <理由>', '写进沿革的理由')
    .action(from(async () => (await import('./rules-load.ts')).loadRuleSet))
}

function addTables(program: Command): void {
  onData(program.command('import <文件>'))
    .description('把表格导入名录；只写入没有问题的行')
    .requiredOption('--area <代码>', '表格所属区划')
    .option('--dry-run', '只试读，不写入')
    .action(from(async () => (await import('./import.ts')).importOrganizations))
  onData(program.command('export <清单> <文件>'))
    .description('导出清单（organizations）为 xlsx')
    .requiredOption('--area <代码>', '区划')
    .action(from(async () => (await import('./export.ts')).exportList))
  onData(program.command('targets'))
    .description('各目标的现状与差距')
    .requiredOption('--programme <编号>', '方案编号，或方案包的名字')
    .option('--area <代码>', '区划（缺省为方案的适用范围）')
    .option('--as-of <日期>', '截至哪一天，例如 2023-08-25')
    .action(from(async () => (await import('./targets.ts')).showTargets))
}

const listening = (command: Command) =>
  command
    .option('--port <端口>', '网页端口', (text) => wholeNumber(text), Number(process.env.PORT ?? 8080))
    .option('--host <地址>', '监听地址', process.env.HOST ?? '127.0.0.1')

const inWordsOrJson = (command: Command) => command.option('--json', '以 JSON 回答')

const onData = (command: Command) =>
  inWordsOrJson(command.option('--data <文件夹>', '数据文件夹（缺省 ./data，或环境变量 JUSHA_DATA）'))

/** The code of a command comes when it is called: help and a wrong call are answered at once. */
const from =
  <Given extends unknown[]>(load: () => Promise<(...given: Given) => unknown>) =>
  async (...given: Given): Promise<void> => {
    await (await load())(...given)
  }

function wholeNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CommanderError(exitCodes.misused, 'port', `端口应为 0—65535 的整数，收到“${text}”`)
  }
  return port
}
