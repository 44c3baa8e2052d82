// The form in which a module publishes what it knows, so that any programme can count it.

/** A value that a filter may compare with. */
export type AttributeKind = 'choice' | 'flag' | 'number' | 'day' | 'text'

export type Attribute = {
  title: string
  kind: AttributeKind
  /** For `choice`: the values and their Chinese labels. */
  choices?: Readonly<Record<string, string>>
}

/** A kind of dated fact. Rows have area, organization, subject, starts_on, ends_on, quantity and the attributes. */
export type Measure = {
  title: string
  /** Classifier and noun used in sentences: 个, 人次, 元. */
  unit: string
  /** `stock`: the fact lasts (an organization exists). `flow`: it happened on a day (a training was attended). */
  kind: 'stock' | 'flow'
  attributes: Readonly<Record<string, Attribute>>
}

export type MeasureCatalogue = Readonly<Record<string, Measure>>
