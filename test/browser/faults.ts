// What went wrong inside a page while a test used it.
import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core'

/** One line a fault, as it happened; the patterns of those that the test means to provoke. */
export type FaultList = { seen: string[]; expected: RegExp[] }

/** Listens to all pages of the context from now on. */
export function watchFaults(context: BrowserContext): FaultList {
  const faults: FaultList = { seen: [], expected: [] }
  const note = (fault: string | null) => {
    if (fault) faults.seen.push(fault)
  }
  context.on('console', (message) => note(consoleFault(message)))
  context.on('weberror', (error) => note(`page error: ${error.error().stack ?? error.error().message}`))
  context.on('requestfailed', (request) => note(lostRequest(request)))
  context.on('request', (request) => note(foreignRequest(request)))
  context.on('response', (response) => note(refusal(response)))
  return faults
}

/** Throws unless the faults seen and the faults expected are the same. */
export function refuseFaults({ seen, expected }: FaultList): void {
  const surprising = seen.filter((fault) => !expected.some((pattern) => pattern.test(fault)))
  const missing = expected.filter((pattern) => !seen.some((fault) => pattern.test(fault)))
  const lines = [...surprising, ...missing.map((pattern) => `expected, but did not occur: ${pattern}`)]
  if (lines.length > 0) throw new Error(`Faults in the page:\n${lines.join('\n')}`)
}

/** A refused answer is noted once, as an answer, not a second time as the browser's remark about it. */
function consoleFault(message: ConsoleMessage): string | null {
  if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return null
  return `console error: ${message.text()}`
}

/** A request that the page itself gave up, because the person went on, is no fault. */
function lostRequest(request: Request): string | null {
  const reason = request.failure()?.errorText ?? 'unknown'
  return reason === 'net::ERR_ABORTED' ? null : `lost ${request.method()} ${request.url()}: ${reason}`
}

function foreignRequest(request: Request): string | null {
  const { protocol, hostname } = new URL(request.url())
  const here = !protocol.startsWith('http') || hostname === '127.0.0.1' || hostname === 'localhost'
  return here ? null : `asked outside: ${request.url()}`
}

function refusal(response: Response): string | null {
  if (response.status() < 400) return null
  return `${response.status()} ${response.request().method()} ${response.url()}`
}
