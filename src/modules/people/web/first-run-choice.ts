// What is chosen on the way through the first run.

export type ChosenArea = { code: string; name: string; where: string }
/** A shipped pack, the person's own text, or none for now. */
export type ChosenPack = { kind: 'shipped'; id: string } | { kind: 'own'; text: string } | { kind: 'later' }
