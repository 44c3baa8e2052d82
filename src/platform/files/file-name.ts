// A name that a stranger gave to a file, made safe to keep, to show and to save under.

const longest = 100

/**
 * The last part of a path, without control characters, marks that turn the direction of writing, and what Windows
 * forbids. Emoji and Chinese stay. `ending` is that of the content; another one that says the same (jpeg) stays.
 */
export function cleanFileName(given: string, endings: readonly [string, ...string[]]): string {
  const name = tidy(given)
  const ending = endingOf(name)
  const isRight = endings.includes(ending)
  const stem = isRight ? name.slice(0, name.length - ending.length - 1) : name
  return `${shortened(stem.replace(/[. ]+$/, '')) || '文件'}.${isRight ? ending : endings[0]}`
}

/** The letters after the last dot, in lower case; empty when there are none. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(tidy(name))?.[1]?.toLowerCase() ?? ''
}

const tidy = (given: string): string =>
  (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '')

const shortened = (stem: string): string => [...stem].slice(0, longest).join('')
