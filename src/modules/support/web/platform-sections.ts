// What later modules show on a platform's page: the social workers of a station.
import { createContext } from 'react'
import type { Section } from '../../../ui/Sections.tsx'
import type { Platform } from '../platform.ts'

export type PlatformSection = Section<{ platform: Platform }>

/** In the order of the page; filled where the product is put together. */
export const PlatformSections = createContext<readonly PlatformSection[]>([])
