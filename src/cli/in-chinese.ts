// Makes the help and the refusals of the command line speak Chinese, as everything that people read.
import type { Command, CommanderError, Option } from 'commander'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

/** To be called before the commands are added: they take these settings over. */
export const inChinese = (program: Command): Command =>
  program
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: describe,
      commandUsage: usageOf,
      subcommandTerm: (command) => [command.name(), ...restOf(command)].join(' '),
      displayWidth: widthOf,
    })
    .configureOutput({ outputError: () => undefined })

function describe({ description, defaultValue }: Option): string {
  const known = defaultValue === undefined || defaultValue === false ? '' : `（缺省 ${String(defaultValue)}）`
  return `${description}${known}`
}

function usageOf(command: Command): string {
  const above: string[] = []
  for (let at = command.parent; at; at = at.parent) above.unshift(at.name())
  return [...above, command.name(), ...restOf(command)].join(' ')
}

/** What follows a command's name. */
const restOf = ({ options, commands, registeredArguments }: Command): string[] => [
  ...(options.length > 0 ? ['[选项]'] : []),
  ...(commands.length > 0 ? ['<命令>'] : []),
  ...registeredArguments.map((each) => argumentTerm(each.name(), each.required, each.variadic)),
]

/** Columns on a terminal: a Chinese character takes two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)

function argumentTerm(name: string, required: boolean, variadic: boolean): string {
  const term = `${name}${variadic ? '…' : ''}`
  return required ? `<${term}>` : `[${term}]`
}

/** What was called wrongly; null when help was asked for. */
export function refusalOf({ code, message }: CommanderError): string | null {
  const [, named = ''] = /'(.*?)'/.exec(message) ?? []
  const words = refusals[code]
  if (words) return `${words(named)}加 --help 看用法。`
  return /^commander\.(help|helpDisplayed|version)$/.test(code) ? null : message
}

const refusals: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownCommand': (named) => `没有“${named}”这个命令。`,
  'commander.unknownOption': (named) => `没有“${named}”这个选项。`,
  'commander.missingArgument': (named) => `缺少参数“${named}”。`,
  'commander.missingMandatoryOptionValue': (named) => `缺少选项“${named}”。`,
  'commander.optionMissingArgument': (named) => `选项“${named}”后面缺少值。`,
  'commander.excessArguments': () => '参数太多。',
  'commander.invalidArgument': (named) => `“${named}”的值不对。`,
}
