// Why two names are near each other: the same, the same but for the place, alike in characters, or alike in sound.
import { bareText } from '../areas/fold-text.ts'
import { readingsOf } from '../areas/pinyin.ts'
import { nameCore } from '../naming/name-core.ts'
import type { Place } from '../naming/places.ts'
import { likeness, likenessOf } from './likeness.ts'
import type { NearReason } from './organizations-api.ts'

export type PlacedName = { name: string; places: readonly Place[] }

/** 0–1 and the reason. */
export type Nearness = { likeness: number; why: NearReason }

/** From here on names are alike in their characters, and in their sounds. */
const alike = { characters: 0.55, sounds: 0.7 } as const

/** How near others are to one name; null when they are not. */
export function nearTo(typed: PlacedName): (other: PlacedName) => Nearness | null {
  const own = lookAt(typed)
  return (other) => nearness(own, lookAt(other))
}

type Looked = { bare: string; core: string; telling: string; sounds: () => string[] }

function lookAt({ name, places }: PlacedName): Looked {
  const bare = bareText(name)
  const { core, telling } = nameCore(name, places)
  // A name that is nothing but a place stays whole.
  const called = core || bare
  let sounds: string[] | undefined
  const soundsOnce = () => {
    sounds ??= soundsOf(called)
    return sounds
  }
  return { bare, core: called, telling, sounds: soundsOnce }
}

function nearness(one: Looked, other: Looked): Nearness | null {
  if (one.bare === other.bare) return { likeness: 1, why: '同名' }
  if (one.core === other.core) return { likeness: 0.95, why: '只差区划' }
  const value = charactersAlike(one, other)
  const mayRhyme = Math.abs(one.core.length - other.core.length) <= 1
  const bySound = mayRhyme ? likenessOf(one.sounds(), other.sounds()) : 0
  if (bySound === 1) return { likeness: Math.max(value, 0.9), why: '读音相同' }
  if (value >= alike.characters) return { likeness: value, why: '名称相近' }
  return bySound >= alike.sounds ? { likeness: bySound, why: '读音相近' } : null
}

/** Words that many have (服务队) count half: what tells a name from others is looked at once more. */
function charactersAlike(one: Looked, other: Looked): number {
  const whole = likeness(one.core, other.core)
  const isTold = one.telling.length > 1 && other.telling.length > 1
  return isTold ? (whole + likeness(one.telling, other.telling)) / 2 : whole
}

/** One sound a character; what many people do not tell apart is one: 张 and 脏, 真 and 正, 音 and 英. */
const soundsOf = (core: string): string[] => readingsOf(core).map(folded)

const folded = (reading: string): string => reading.replace(/^([zcs])h/, '$1').replace(/([ie])ng$/, '$1n')
