// One way of writing the same text: width, case and spaces folded, so that two spellings compare equal.

/** Full width to half, compatibility forms to plain ones, lower case, runs of space to one, none at the ends. */
export const foldText = (text: string): string => (isPlain(text) ? text : fold(text))

/** `foldText`, then letters and digits only: what a search looks in. */
export const bareText = (text: string): string =>
  isPlain(text)
    ? text
    : fold(text)
        .replace(/[^\p{L}\p{N}\p{M}\p{Co}]/gu, '')
        .normalize('NFKC')

/** What two names are compared by: their letters, or the name as it stands where it has none. */
export const bareName = (name: string): string => bareText(name) || name

const fold = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()

/** Nearly all names: nothing to fold. */
const isPlain = (text: string): boolean => /^[\u4e00-\u9fff0-9a-z]*$/.test(text)
