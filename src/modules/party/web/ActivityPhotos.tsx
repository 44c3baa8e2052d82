// Pictures of a meeting: shown small, opened large, added and taken away; never asked for.
import type { ReactNode } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Activity } from '../branches-api.ts'
import { activityKinds } from '../party.ts'
import { partyApi } from '../party-api.ts'
import { useAddPhoto, useDropPhoto } from './party-queries.ts'

type Props = { activity: Activity; may: boolean }

export function ActivityPhotos({ activity, may }: Props): ReactNode {
  const add = useAddPhoto(activity.id)
  if (activity.photos.length === 0 && !may) return null
  return (
    <div className="party-photos">
      {activity.photos.map((photo, at) => (
        <Photo key={photo.id} activity={activity} file={photo.id} at={at + 1} may={may} />
      ))}
      {may && (
        <span className="no-print">
          <FileButton
            accept=".jpg,.jpeg,.png,.webp"
            loading={add.isPending}
            onFile={(file) => add.mutate(file)}
          >
            加照片<span className="sr-only">：{activity.subject}</span>
          </FileButton>
        </span>
      )}
      <ProblemAlert problem={add.error} />
    </div>
  )
}

type PhotoProps = Props & { file: string; at: number }

function Photo({ activity, file, at, may }: PhotoProps): ReactNode {
  const drop = useDropPhoto(activity.id)
  const address = urlOf(partyApi.photo, { params: { id: activity.id, file } })
  const words = `${activity.on} ${activityKinds[activity.kind]}的照片 ${at}`
  return (
    <figure className="party-photo">
      <a href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={words} loading="lazy" />
      </a>
      {may && (
        <button
          type="button"
          className="text-button no-print"
          aria-label={`去掉${words}`}
          disabled={drop.isPending}
          onClick={() => drop.mutate(file)}
        >
          去掉
        </button>
      )}
    </figure>
  )
}
