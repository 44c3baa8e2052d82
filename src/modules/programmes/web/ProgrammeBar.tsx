// Above a programme's figures: where, as of when, print, export.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { urlOf } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { type FiguresView, type ProgrammeView, programmesApi } from '../programmes-api.ts'
import { AreaJump } from './AreaJump.tsx'
import { AreaTrail } from './AreaTrail.tsx'
import { AsOfControl } from './AsOfControl.tsx'
import { programmePath, ruralUrbanPath, usePlace } from './place.ts'

type Props = { id: string; figures: FiguresView | undefined; programme: ProgrammeView | undefined }

export function ProgrammeBar({ id, figures, programme }: Props): ReactNode {
  const [search] = useSearchParams()
  const place = usePlace()
  const kept = { ...place, target: search.get('target') ?? undefined }
  const toArea = ({ code }: { code: string }) => programmePath(id, { ...kept, area: code })
  if (!figures) return null
  return (
    <div className="bar">
      <AreaTrail {...figures} pathOf={toArea} />
      <AreaJump {...figures} pathOf={toArea} />
      <div className="bar-right">
        <AsOfControl
          {...figures}
          phases={programme?.phases ?? []}
          pathOf={(asOf) => programmePath(id, { ...kept, asOf })}
        />
        <div className="paper-button">
          <PrintMenu />
        </div>
        <ButtonLink to={ruralUrbanPath(id, place)}>城乡对照</ButtonLink>
        <Button
          href={urlOf(programmesApi.export, {
            params: { id },
            query: { area: figures.area.code, asOf: figures.asOf },
          })}
          icon={<Icon name="download" size={16} />}
        >
          导出
        </Button>
      </div>
    </div>
  )
}
