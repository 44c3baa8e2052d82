// The day as of which everything is computed: any day from the programme's start to today.
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Icon } from '../../../ui/icons.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import type { ProgrammeView } from '../programmes-api.ts'
import { dayChoices } from './day-choices.ts'

type Props = {
  asOf: string
  today: string
  /** First day of the programme. */
  from: string
  phases: ProgrammeView['phases']
  to: string
  /** Address of the same page as of a day; undefined: today. */
  pathOf: (day: string | undefined) => string
}

export function AsOfControl({ asOf, today, from, to, phases, pathOf }: Props): ReactNode {
  const navigate = useNavigate()
  const go = (day: string) => void navigate(pathOf(day === today ? undefined : day))
  return (
    <MenuButton
      className="boxed"
      label={
        <>
          <Icon name="today" size={16} />
          {asOf === today ? `今天 ${asOf}` : `截至 ${asOf}`}
          <Icon name="down" size={14} />
        </>
      }
    >
      {dayChoices({ today, from, to, phases }).map(({ day, label }) => (
        <button key={label} type="button" aria-pressed={day === asOf} onClick={() => go(day)}>
          {label}
          <span className="menu-aside">{day}</span>
        </button>
      ))}
      <hr />
      <OtherDay key={asOf} asOf={asOf} from={from} today={today} go={go} />
    </MenuButton>
  )
}

type OtherDayProps = { asOf: string; from: string; today: string; go: (day: string) => void }

/** No form: the menu closes on the click, and a form that has gone cannot be sent any more. */
function OtherDay({ asOf, from, today, go }: OtherDayProps): ReactNode {
  const [day, setDay] = useState(asOf)
  const see = useRef<HTMLButtonElement>(null)
  const within = day >= from && day <= today
  return (
    <div className="other-day">
      <label>
        别的日子
        <input
          className="plain-input"
          type="date"
          value={day}
          min={from}
          max={today}
          onChange={(event) => setDay(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && see.current?.click()}
        />
      </label>
      <Button ref={see} disabled={!within} onClick={() => go(day)}>
        查看
      </Button>
      {!within && <p role="alert">{`请选 ${from} 到 ${today} 之间的一天`}</p>}
    </div>
  )
}
