// The first start: which area, which programme, who administers. Three calm steps; nothing is lost on the way back.
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { call } from '../../../ui/call.ts'
import { OpenPage } from '../../../ui/OpenPage.tsx'
import { StepList } from '../../../ui/StepList.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { firstRunApi } from '../first-run-api.ts'
import { AdministratorStep, type NewAdministrator } from './AdministratorStep.tsx'
import { AreaStep } from './AreaStep.tsx'
import type { ChosenArea, ChosenPack } from './first-run-choice.ts'
import { PackStep } from './PackStep.tsx'
import { sessionQuery, useSetSession } from './session-queries.ts'
import './first-run.css'

const steps = ['选择地区', '选择方案包', '建立管理员']

export function FirstRunPage(): ReactNode {
  useTitle('第一次使用')
  const { data: session } = useQuery(sessionQuery)
  const [step, setStep] = useState(0)
  const [area, setArea] = useState<ChosenArea | null>(null)
  const [pack, setPack] = useState<ChosenPack | null>(null)
  const run = useFirstRun(area, pack)
  if (session && !session.firstRun && !run.isPending) return <Navigate to="/" replace />
  return (
    <OpenPage>
      <div className="first-run">
        <h1>第一次使用聚沙</h1>
        <p className="page-sentence">三步就好：在哪里用、按哪个方案、谁来管理。以后都能改。</p>
        <StepList steps={steps} at={step} />
        <div className="panel">
          {step === 0 && <AreaStep value={area} onChange={setArea} onNext={() => setStep(1)} />}
          {step === 1 && (
            <PackStep
              area={area}
              value={pack}
              onChange={setPack}
              onBack={() => setStep(0)}
              onNext={() => setStep(2)}
            />
          )}
          {step === 2 && (
            <AdministratorStep
              areaName={area?.name ?? ''}
              busy={run.isPending}
              problem={run.error}
              onBack={() => setStep(1)}
              onDone={(administrator) => run.mutate(administrator)}
            />
          )}
        </div>
      </div>
    </OpenPage>
  )
}

function useFirstRun(area: ChosenArea | null, pack: ChosenPack | null) {
  const setSession = useSetSession()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (administrator: NewAdministrator) =>
      call(firstRunApi.found, { body: { area: area?.code ?? '', ...packPart(pack), administrator } }),
    onSuccess: (session) => {
      setSession(session)
      void navigate('/', { replace: true })
    },
  })
}

function packPart(pack: ChosenPack | null): { pack: string | null; packText?: string } {
  if (pack?.kind === 'shipped') return { pack: pack.id }
  return pack?.kind === 'own' ? { pack: null, packText: pack.text } : { pack: null }
}
