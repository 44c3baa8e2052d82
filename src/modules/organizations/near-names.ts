// Why two names are near each other: the same, the same but for the place, alike in characters, or alike in sound.
import { bareText } from '../areas/fold-text.ts'
import { readingsOf } from '../areas/pinyin.ts'
import { nameCore } from '../naming/name-core.ts'
import type { Place } from '../naming/places.ts'
import { likeness, likenessOf } from './likeness.ts'
import type { NearReason } from './organizations-api.ts'

export type PlacedName = { name: string; places: readonly Place[] }

/** 0–1 and the reason; null when they are not near. */
export type Nearness = { likeness: number; why: NearReason }

/** From here on names are alike in their characters, and in their sounds. */
const alike = { characters: 0.6, sounds: 0.7 } as const

export function nearness(typed: PlacedName, other: PlacedName): Nearness | null {
  if (bareText(typed.name) === bareText(other.name)) return { likeness: 1, why: '同名' }
  const [core, otherCore] = [coreOf(typed), coreOf(other)]
  if (core === otherCore) return { likeness: 0.95, why: '只差区划' }
  const value = likeness(core, otherCore)
  const [sounds, otherSounds] = [soundsOf(core), soundsOf(otherCore)]
  if (sounds.join() === otherSounds.join()) return { likeness: Math.max(value, 0.9), why: '读音相同' }
  if (value >= alike.characters) return { likeness: value, why: '名称相近' }
  const bySound = likenessOf(sounds, otherSounds)
  return bySound >= alike.sounds ? { likeness: bySound, why: '读音相近' } : null
}

/** The name without its place; a name that is nothing but a place stays whole. */
const coreOf = ({ name, places }: PlacedName): string => nameCore(name, places).core || bareText(name)

/** One sound a character; what many people do not tell apart is one: 张 and 章, but also 真 and 正, 少 and 搔. */
const soundsOf = (core: string): string[] => readingsOf(core).map(folded)

const folded = (reading: string): string => reading.replace(/^([zcs])h/, '$1').replace(/([ie])ng$/, '$1n')
