// The rule for passwords in parts, so that a person sees while typing what is still missing.

export type PasswordPart = { words: string; met: boolean }

/** The same rule as `NewPassword` of the contract: at least 8 characters, three of four kinds. */
export function passwordParts(text: string): PasswordPart[] {
  const found = kinds.filter(([, pattern]) => pattern.test(text)).map(([word]) => word)
  return [
    { words: `至少 8 位（现在 ${text.length} 位）`, met: text.length >= 8 },
    {
      words: `大写、小写、数字、符号中的三种（现在有${found.length > 0 ? `：${found.join('、')}` : ' 0 种'}）`,
      met: found.length >= 3,
    },
  ]
}

const kinds = [
  ['大写', /[A-Z]/],
  ['小写', /[a-z]/],
  ['数字', /\d/],
  ['符号', /[^A-Za-z\d]/],
] as const
