// From which day a change holds, and why: asked of every change in the same words.
import type { ReactNode } from 'react'
import { DayQuestion, TextQuestion } from './ChangeControls.tsx'
import { FormPart } from './ChangeFrame.tsx'
import type { Sending } from './use-sending.ts'

type Props = {
  sending: Sending
  from: string | null
  onFrom: (from: string | null) => void
  reason: string
  onReason: (reason: string) => void
}

export const WhenAndWhy = ({ sending, from, onFrom, reason, onReason }: Props): ReactNode => (
  <FormPart id="when" title="从什么时候起，为什么">
    <div className="form-fields">
      <DayQuestion sending={sending} at="from" label="从哪一天起" value={from} onChange={onFrom} />
      <TextQuestion
        sending={sending}
        at="reason"
        label="理由"
        value={reason}
        onChange={onReason}
        rows={2}
        required
        wide
      />
    </div>
  </FormPart>
)
