// Whom a project is for: kinds to tick, and for each a number that may stay unknown.
import type { ReactNode } from 'react'
import { ChooseMany, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountInput } from '../../../ui/CountInput.tsx'
import { FormField, FormGroup } from '../../../ui/FormField.tsx'
import { type BeneficiaryKind, beneficiaryKinds, type People } from '../project.ts'

type Props = { value: People; onChange: (value: People) => void }

export function PeopleFields({ value, onChange }: Props): ReactNode {
  const kinds = Object.keys(value) as BeneficiaryKind[]
  const choose = (chosen: readonly BeneficiaryKind[]) =>
    onChange(Object.fromEntries(chosen.map((kind) => [kind, value[kind] ?? null])))
  return (
    <>
      <FormGroup id="people-kinds" label="哪些人" hint="可以选几样；只记人数，不记姓名" wide>
        <ChooseMany options={chipsOf<BeneficiaryKind>(beneficiaryKinds)} value={kinds} onChange={choose} />
      </FormGroup>
      <div className="project-people">
        {kinds.map((kind) => (
          <FormField key={kind} id={`people-${kind}`} label={beneficiaryKinds[kind]}>
            {(control) => (
              <CountInput
                {...control}
                unit="人"
                value={value[kind] ?? null}
                onChange={(count) => onChange({ ...value, [kind]: count })}
              />
            )}
          </FormField>
        ))}
      </div>
    </>
  )
}
