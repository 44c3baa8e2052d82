// The command line: `jusha --help` lists what it can do.
import { answer } from './cli/commands/index.ts'

await answer(process.argv.slice(2))
