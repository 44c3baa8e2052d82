// What is still missing in a charter, as it stands in the text and as a list.

/** 〔待填：宗旨〕: long brackets that no answer contains. */
export const gap = (label: string): string => `〔待填：${label}〕`

/** The text cut at its gaps: every second piece is a gap. */
export const cutAtGaps = (text: string): string[] => text.split(/(〔待填：[^〕]*〕)/)

/** The labels of the gaps in a text, each once. */
export const gapsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/〔待填：([^〕]*)〕/g)].map(([, label = '']) => label)),
]
