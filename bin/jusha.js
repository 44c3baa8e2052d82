#!/usr/bin/env node
// The command line of 聚沙: prepares the checkout where it must, then runs src/cli.ts.
import { fileURLToPath } from 'node:url'
import { main } from './setup.js'

await main(['--web', fileURLToPath(new URL('../src/cli.ts', import.meta.url)), ...process.argv.slice(2)])
