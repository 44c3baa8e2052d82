// Answers on their way to the server: kept on the device until it has said yes or no to each.
import type { OrganizationDraft } from '../../organizations/organization.ts'
import type { AnswerSent, Outcome } from '../census.ts'

/** Why the server said no. */
export type Refusal = { message: string; mend: string | null }

type Common = {
  key: string
  /** What it is about, for the card. */
  name: string
  refusal: Refusal | null
}
/** One answer, or one organization that was missing. */
export type Letter = Common &
  ({ kind: 'answer'; body: AnswerSent } | { kind: 'add'; body: { key: string; draft: OrganizationDraft } })

/** A newer letter about the same organization takes the place of one that has not been sent. */
export function posted(letters: readonly Letter[], letter: Letter): Letter[] {
  return [...letters.filter((one) => aboutOf(one) === null || aboutOf(one) !== aboutOf(letter)), letter]
}

export const removed = (letters: readonly Letter[], key: string): Letter[] =>
  letters.filter((letter) => letter.key !== key)

export const refused = (letters: readonly Letter[], key: string, refusal: Refusal): Letter[] =>
  letters.map((letter) => (letter.key === key ? { ...letter, refusal } : letter))

/** The next one to be sent: in order, without those that were refused. */
export const nextOf = (letters: readonly Letter[]): Letter | null =>
  letters.find(({ refusal }) => refusal === null) ?? null

/** Id of the organization that a letter answers about; null for an addition. */
export const aboutOf = (letter: Letter): string | null =>
  letter.kind === 'answer' ? letter.body.organization : null

/** What the answer will be once it has arrived. */
export function outcomeOf(letter: Letter): Outcome {
  if (letter.kind === 'add') return 'added'
  const { kind } = letter.body.saying
  return kind === 'revived' ? 'corrected' : kind
}

type Addition = Extract<Letter, { kind: 'add' }>

/** An addition that was refused, to be mended. */
export const refusedAddition = (letters: readonly Letter[]): Addition | null =>
  letters.find((letter): letter is Addition => letter.kind === 'add' && letter.refusal !== null) ?? null

/** What somebody typed about an organization and the server refused, or null. */
export function refusedAbout(letters: readonly Letter[], organization: string): OrganizationDraft | null {
  const letter = letters.find((one) => aboutOf(one) === organization && one.refusal !== null)
  if (letter?.kind !== 'answer' || letter.body.saying.kind !== 'corrected') return null
  return letter.body.saying.draft
}
