// Makes lawful names from a few words: what is given is kept where the rules let it, the rest is filled in.
import { categoryOf, type FieldCategory, isFieldCategory, wordsOf } from './field-words.ts'
import { foldName } from './folded.ts'
import type { NameReading } from './name-parts.ts'
import { prefixOf } from './place-faults.ts'
import { type NameQuestion, readName } from './read-name.ts'
import { partsOf, type Span } from './read-parts.ts'

const most = 6

/**
 * At most six names, the nearest to the words first; none when the rules leave no way. Each is accepted by `readName`
 * under the same question. `words`: 夕阳红 合唱, or a whole name that was refused. `category`: the register's, or null.
 */
export function proposeNames(words: string, question: NameQuestion, category: string | null): NameReading[] {
  const given = wordsGiven(words, question)
  for (const place of placesInFront(question)) {
    const found = firstLawful(place, [...new Set(combinations(given, question, category))], question)
    if (found.length > 0) return found
  }
  return []
}

/** Stops reading as soon as there are enough. */
function firstLawful(place: string, rests: readonly string[], question: NameQuestion): NameReading[] {
  const found: NameReading[] = []
  for (const rest of rests) {
    const reading = readName(place + rest, question)
    if (reading.faults.length === 0) found.push(reading)
    if (found.length === most) break
  }
  return found
}

/** In full as CQ 十二 has it, then ever shorter. */
function placesInFront({ places, kind, rules }: NameQuestion): string[] {
  const own = places.at(-1)
  if (!own) return ['']
  const below = places
    .filter(({ level }) => level === 'township' || level === 'community')
    .map(({ name }) => name)
  const prefix = prefixOf(places)
  const full = [prefix + below.join(''), prefix + (own.level === 'community' ? own.name : ''), prefix]
  return rules.parts[kind].area === 'required' ? full : [own.name, ...full]
}

type Given = { tradeNames: string[]; fields: string[]; forms: string[] }

/** What the words give: each is read as a name of its own, without the words that no name may hold. */
function wordsGiven(words: string, question: NameQuestion): Given {
  const { rules } = question
  const barred = [...rules.misleading, ...rules.refused, ...rules.national]
  const clean = (text: string) => barred.reduce((left, word) => left.replaceAll(word, ''), text)
  const texts = words.split(/[\s,，、。;；+]+/u).map((word) => clean(foldName(word).text))
  const given: Given = { tradeNames: [], fields: [], forms: [] }
  for (const text of texts.filter((one) => one !== '')) {
    const parts = partsOf(text, question.places, 'group', rules)
    const add = (list: string[], span: Span | null) => {
      const word = span && text.slice(span.from, span.to).replace(/[^\p{Script=Han}]/gu, '')
      if (word) list.push(word)
    }
    add(given.tradeNames, parts.tradeName)
    add(given.fields, parts.field)
    if (text.length > 2) add(given.forms, parts.form)
  }
  return given
}

/** Trade name, field and form in every combination; what differs from the first in one part comes before two. */
function combinations(given: Given, question: NameQuestion, category: string | null): string[] {
  const [names, fields] = [tradeNamesFor(given, question), fieldsFor(given, category)]
  const all = formsFor(given, question, category).flatMap((form, f) =>
    names.flatMap((name, n) =>
      fields.map((field, d) => ({ name: name + withFiller(field, form) + form, at: f + n + d })),
    ),
  )
  return all.sort((a, b) => a.at - b.at).map(({ name }) => name)
}

/** The words of the person, all together or each; where none was given, none, or one of ours. */
function tradeNamesFor({ tradeNames }: Given, { kind, rules }: NameQuestion): string[] {
  const usable = [...new Set([tradeNames.join(''), ...tradeNames])].filter(
    (name) => name.length >= rules.tradeNameFrom,
  )
  if (usable.length > 0) return usable
  return rules.parts[kind].tradeName === 'required' ? [...ownTradeNames] : ['', ...ownTradeNames]
}

const ownTradeNames = ['同心', '春晖', '常青', '和乐', '暖阳', '益家', '向阳', '众益']

function fieldsFor({ fields }: Given, category: string | null): string[] {
  if (fields.length > 0) return [...new Set([fields.join(''), ...fields])]
  const words = category && isFieldCategory(category) ? wordsOf(category) : ['公益', '文化', '邻里互助']
  return words.slice(0, 4)
}

/** Allowed endings: the ones given first, then what such groups usually call themselves, then what the rule names first. */
function formsFor(
  { forms, fields }: Given,
  { kind, rules }: NameQuestion,
  category: string | null,
): string[] {
  const known = category !== null && isFieldCategory(category) ? category : categoryOf(fields[0] ?? '')
  const usual = kind === 'group' && known ? usualForms[known] : []
  const allowed = rules.endings[kind]
  const fits = (form: string) => allowed.some((ending) => form.endsWith(ending))
  return [...new Set([...forms.filter(fits), ...usual.filter(fits), ...allowed])].slice(0, 4)
}

const usualForms: Record<FieldCategory, readonly string[]> = {
  service: ['队', '社', '站'],
  elderCare: ['队', '站', '社'],
  charity: ['队', '社', '协会'],
  mutualHelp: ['队', '社', '组'],
  culture: ['队', '社', '团'],
  sports: ['队', '俱乐部', '协会'],
  science: ['社', '站', '班'],
  mediation: ['工作室', '队', '站'],
  safety: ['队', '组'],
  governance: ['会', '组', '社'],
  environment: ['队', '社'],
  rural: ['队', '社', '协会'],
  customs: ['会', '队'],
  other: ['社', '队', '工作室'],
}

/** 居家养老|服务|中心: a centre, a station serves; so does a team whose field is a service. */
function withFiller(field: string, form: string): string {
  const serves = /^(中心|站|院|所)$/.test(form) || (/^(队|社)$/.test(form) && services.has(field))
  return serves && !/(服务|互助)$/.test(field) ? `${field}服务` : field
}

const services: ReadonlySet<string> = new Set([
  ...wordsOf('service'),
  ...wordsOf('elderCare'),
  '公益',
  '爱心',
])
