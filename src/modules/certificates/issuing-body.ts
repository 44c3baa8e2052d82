// Who issues a certificate, in the words of its seal: 太仓市浮桥镇人民政府.

/** The area whose office issues it, with its kind (`town`, `subdistrict`, …) and the county that it lies in. */
export type Office = { name: string; level: string; kind: string; countyName: string | null }

export type BodyWords = { subdistrict: string; town: string; zone: string; county: string }

/** The body's name by the words of the place. Townships carry the name of their county before their own. */
export function bodyOf({ name, level, kind, countyName }: Office, words: BodyWords): string {
  const area = level === 'township' && countyName !== null ? countyName + name : name
  return words[wordFor(level, kind)].replace('{area}', area)
}

function wordFor(level: string, kind: string): keyof BodyWords {
  if (level !== 'township') return 'county'
  if (kind === 'subdistrict') return 'subdistrict'
  return kind === 'zone' ? 'zone' : 'town'
}
