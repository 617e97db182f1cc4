import { IconBulb, IconCamera, IconCameraOff, IconCameraRotate } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Button, Notice } from '../../../components/index.js'
import { useText } from '../../../lib/i18n/index.js'
import styles from './scan-panel.module.css'
import { useCamera } from './use-camera.js'
import { useCodeWatch } from './use-code-watch.js'

type Props = {
  /** False while an answer is shown. */
  looking: boolean
  onCode: (code: string) => void
}

/** The camera and what it sees. It starts when asked to, because the browser then asks for leave. */
export function ScanPanel({ looking, onCode }: Props) {
  const t = useText('door')
  const video = useRef<HTMLVideoElement>(null)
  const camera = useCamera()
  useCodeWatch(video, camera.state === 'on' && looking, onCode)

  useEffect(() => {
    if (!video.current) return
    video.current.srcObject = camera.stream
    void video.current.play().catch(() => undefined)
  }, [camera.stream])

  if (camera.state === 'on')
    return (
      <div className={styles.scan}>
        <div className={styles.frame}>
          <video ref={video} className={styles.video} muted playsInline aria-label={t('scan.looking')} />
          <span className={styles.corners} aria-hidden="true" />
        </div>
        <p className="soft">{t('scan.looking')}</p>
        <div className={styles.tools}>
          <Button variant="quiet" size="small" icon={IconCameraRotate} onClick={() => void camera.turn()}>
            {t('scan.other')}
          </Button>
          {camera.torch.can && (
            <Button variant="quiet" size="small" icon={IconBulb} onClick={() => void camera.light(!camera.torch.on)}>
              {t(camera.torch.on ? 'scan.torchOff' : 'scan.torchOn')}
            </Button>
          )}
          <Button variant="quiet" size="small" icon={IconCameraOff} onClick={camera.stop}>
            {t('scan.stop')}
          </Button>
        </div>
      </div>
    )

  return (
    <div className={styles.scan}>
      <div className={styles.waiting}>
        <Button icon={IconCamera} busy={camera.state === 'starting'} onClick={() => void camera.start()}>
          {t(camera.state === 'starting' ? 'scan.starting' : 'scan.start')}
        </Button>
        <p className="soft small">{t('scan.why')}</p>
      </div>
      {(camera.state === 'denied' || camera.state === 'missing' || camera.state === 'failed') && (
        <Notice kind="attention" live>
          {t(`scan.${camera.state}`)}
        </Notice>
      )}
    </div>
  )
}
