// A day that a form cannot do without.
import { dayFromText } from './day-text.ts'

export const dayRule = {
  validator: async (_: unknown, text: string | null): Promise<void> => {
    if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2021-09-01')
  },
}
