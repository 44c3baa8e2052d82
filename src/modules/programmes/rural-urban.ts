// 农村短板: rural beside urban communities for any measure and any money, per community and per thousand residents.
// (SZ 二(一)5, GZ 二(一)4, CQ (七))

/** What was counted in the communities of one kind; `above`: at no community, or at one nobody knows the kind of. */
export type SettlementSum = {
  settlement: 'urban' | 'rural' | 'above'
  communities: number
  quantity: number
  /** Communities whose residents are known, those residents, and what was counted in these communities alone. */
  peopled: number
  residents: number
  quantityAmongThem: number
}

export type SettlementSide = SettlementSum & {
  /** Null without a community. */
  perCommunity: number | null
  /** Of the communities whose residents are known; null where nobody has put any on record. */
  perThousand: number | null
}

const nothing = { communities: 0, quantity: 0, peopled: 0, residents: 0, quantityAmongThem: 0 }

export function sideOf(
  sums: readonly SettlementSum[],
  settlement: SettlementSum['settlement'],
): SettlementSide {
  const sum = sums.find((one) => one.settlement === settlement) ?? { settlement, ...nothing }
  return {
    ...sum,
    perCommunity: quotient(sum.quantity, sum.communities),
    perThousand: quotient(sum.quantityAmongThem * 1000, sum.residents),
  }
}

/** Null when there is nothing to divide by. */
export const quotient = (value: number, by: number): number | null => (by > 0 ? value / by : null)

/** The rural value as a share of the urban one: 0.43; null when either is unknown or the urban one is zero. */
export const ruralShare = (urban: number | null, rural: number | null): number | null =>
  urban === null || rural === null ? null : quotient(rural, urban)
