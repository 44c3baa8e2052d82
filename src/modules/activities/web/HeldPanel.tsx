// What came of an activity: how many came, of which kinds, what was said of it, and pictures where there are any.
import type { ReactNode } from 'react'
import { acceptOf, pictureKinds } from '../../../kernel/file-kind.ts'
import { urlOf } from '../../../ui/call.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type ServedKind, servedKinds } from '../../people/served-kinds.ts'
import { activitiesApi } from '../activities-api.ts'
import type { Activity } from '../activity.ts'
import { activityActs, useActivityAct } from './activity-queries.ts'

type Props = { activity: Activity }

export function HeldPanel({ activity }: Props): ReactNode {
  const { attended, served, result } = activity
  if (attended === null) return null
  const kinds = (Object.entries(served) as [ServedKind, number][]).map(
    ([kind, people]) => [`其中${servedKinds[kind]}`, `${people} 人`] as const,
  )
  return (
    <section className="panel" id="held" aria-labelledby="held-title">
      <h2 id="held-title">举办情况</h2>
      <Facts facts={[['到场', `${attended} 人`], ...kinds]} />
      {result !== null && <p className="activity-words">{result}</p>}
      <Photos activity={activity} />
    </section>
  )
}

/** Pictures are never asked for. */
function Photos({ activity }: Props): ReactNode {
  const { id, photos, title, may } = activity
  const act = useActivityAct<unknown>()
  const mayEdit = may.includes('activity.edit')
  return (
    <>
      <ul className="activity-photos">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <img
              src={urlOf(activitiesApi.photo, { params: { id, photo: photo.id } })}
              alt={`${title}的照片 ${at + 1}`}
              loading="lazy"
            />
            {mayEdit && (
              <button
                type="button"
                className="text-button no-print"
                aria-label={`拿掉照片 ${at + 1}`}
                onClick={() => act.mutate(() => activityActs.dropPhoto(id, photo.id))}
              >
                拿掉
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className="no-print">
          <FileButton
            accept={acceptOf(pictureKinds)}
            loading={act.isPending}
            onFile={(file) => act.mutate(() => activityActs.addPhoto(id, file))}
          >
            放一张照片（可以不放）
          </FileButton>
        </div>
      )}
      <ProblemAlert problem={act.error} />
    </>
  )
}
