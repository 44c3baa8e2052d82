// What must not stand in any committed file: hosts of registries, paths of one machine, broken characters.

type Word = { what: string; pattern: RegExp; example: string }

/** The examples are put together here, so that this file does not contain them. */
const words: Word[] = [
  {
    what: 'the host of a package registry',
    pattern: /registry\.[a-z]|npm(mirror|js)\.(com|org)|yarnpkg\.com|pypi\.org/i,
    example: ['https://registry', 'example', 'org/'].join('.'),
  },
  {
    what: "a path of one machine's",
    pattern: /(?<![\w.~*)}\]-])\/(work|root|home\/\w+|Users\/\w+)\//,
    example: ['open "', 'work', 'main"'].join('/'),
  },
  { what: 'a character that was lost in conversion', pattern: /\uFFFD/, example: '\uFFFD' },
]

const skippedTests: Word[] = [
  {
    what: 'a test that is left out, or that leaves out the others',
    pattern: /\b(describe|it|test|suite|bench)\.(only|skip|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
    example: ['test', "only('works', () => {})"].join('.'),
  },
]

/** What is wrong in one file, by line. */
export function wordFaults(path: string, text: string): string[] {
  const asked = /\.(test|e2e)\.tsx?$/.test(path) ? [...words, ...skippedTests] : words
  return text
    .split('\n')
    .flatMap((line, index) =>
      asked.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${path}:${index + 1}: ${what}`),
    )
}

/** Texts that must be refused, with the words of the refusal. */
export const wordExamples = [...words, ...skippedTests].map(({ what, example }) => ({ what, example }))

const textual = /\.(ts|tsx|js|json|ya?ml|md|sql|css|html|svg|txt|csv)$|(^|\/)\.?[a-z]+(rc|ignore)?$/

/** Whether a file is text that people read, so that its words count. */
export const isTextual = (path: string): boolean => textual.test(path)
