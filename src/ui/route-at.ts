// Which page an address leads to, before the router is there.

/** The route whose pattern the path fits, the most literal one first, with its parameters; or null. */
export function routeAt<R>(
  routes: Readonly<Record<string, R>>,
  path: string,
): { route: R; params: Record<string, string> } | null {
  const parts = partsOf(path)
  const fitting = Object.entries(routes).flatMap(([pattern, route]) => {
    const params = paramsOf(partsOf(pattern), parts)
    return params ? [{ route, params }] : []
  })
  return fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0] ?? null
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [at, wanted] of pattern.entries()) {
    const part = parts[at] ?? ''
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decoded(part)
    else if (wanted !== part) return null
  }
  return params
}

/** What cannot be decoded stays as it is: the page says that it finds nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
