import { IconArrowLeft, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { ButtonLink, Button, EmptyState, LanguageSwitch, Loaded, Notice } from '../../../components/index.js'
import { Tabs } from '../../../components/tabs/tabs.js'
import { useText } from '../../../lib/i18n/index.js'
import type { CheckInResult, DoorState } from '../../../lib/api/types.js'
import { storage } from '../../../lib/storage.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { type Arrival, useCheckIn, useDoor, useUndoCheckIn } from '../api.js'
import { AnswerPanel } from './answer-panel.js'
import styles from './door-page.module.css'
import { NamePanel } from './name-panel.js'
import { ScanPanel } from './scan-panel.js'
import { signal } from './signal.js'

const soundKey = 'tweetup.door.sound'

type Props = { organization: string; eventId: string; back: string }

/** The door of an event: who is in, a camera for badges, and names for those without. */
export function DoorPage({ organization, eventId, back }: Props) {
  const t = useText('door')
  const common = useText('common')
  const door = useDoor(organization, eventId)
  usePageTitle(door.data ? t('title', { event: door.data.event.title }) : t('heading'))
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#main">
        {common('skip')}
      </a>
      <main id="main">
        <Loaded of={door} gone={<Gone back={back} />}>
          {(state) => <OpenDoor state={state} organization={organization} eventId={eventId} back={back} />}
        </Loaded>
      </main>
    </div>
  )
}

function OpenDoor({ state, organization, eventId, back }: Props & { state: DoorState }) {
  const t = useText('door')
  const [mode, setMode] = useState('scan')
  const [answer, setAnswer] = useState<CheckInResult | null>(null)
  const [sound, setSound] = useState(() => storage.read<boolean>(soundKey) ?? false)
  const checkIn = useCheckIn(organization, eventId)
  const undo = useUndoCheckIn(organization, eventId)
  const { timeZone } = state.event

  const arrive = (arrival: Arrival) =>
    checkIn.mutate(arrival, {
      onSuccess: (result) => {
        signal(result.result, sound)
        setAnswer(result)
      },
    })
  const takeBack = (applicationId: string) => undo.mutate(applicationId, { onSuccess: () => setAnswer(null) })
  const toggleSound = () => {
    storage.write(soundKey, !sound)
    setSound(!sound)
  }

  return (
    <>
      <header className={styles.top}>
        <ButtonLink variant="text" size="small" icon={IconArrowLeft} to={back}>
          {t('back')}
        </ButtonLink>
        <Button variant="text" size="small" icon={sound ? IconVolume : IconVolumeOff} aria-pressed={sound} onClick={toggleSound}>
          {t(sound ? 'sound.on' : 'sound.off')}
        </Button>
        <LanguageSwitch />
      </header>
      <div className={styles.title}>
        <h1>
          <bdi>{state.event.title}</bdi>
        </h1>
        <Counter counts={answer?.counts ?? state} />
      </div>
      {checkIn.isError && (
        <Notice kind="error" live>
          {t('result.offline')}
        </Notice>
      )}
      {answer && (
        <AnswerPanel answer={answer} timeZone={timeZone} undoing={undo.isPending} onNext={() => setAnswer(null)} onUndo={takeBack} />
      )}
      <div hidden={answer !== null}>
        <Tabs
          label={t('modes.label')}
          value={mode}
          onChange={setMode}
          tabs={[
            {
              value: 'scan',
              label: t('modes.scan'),
              content: <ScanPanel looking={answer === null && !checkIn.isPending} onCode={(code) => arrive({ code })} />,
            },
            {
              value: 'name',
              label: t('modes.name'),
              content: (
                <NamePanel
                  organization={organization}
                  eventId={eventId}
                  timeZone={timeZone}
                  busy={checkIn.isPending}
                  onChoose={(applicationId) => arrive({ applicationId })}
                />
              ),
            },
          ]}
        />
      </div>
    </>
  )
}

function Counter({ counts }: { counts: { expected: number; checkedIn: number } }) {
  const t = useText('door')
  return (
    <p className={styles.counter} aria-label={t('counterLabel', counts)}>
      {t('counter', counts)}
    </p>
  )
}

function Gone({ back }: { back: string }) {
  const t = useText('door')
  return (
    <EmptyState
      as="h1"
      title={t('gone')}
      action={
        <ButtonLink variant="quiet" to={back}>
          {t('goneButton')}
        </ButtonLink>
      }
    >
      {t('goneText')}
    </EmptyState>
  )
}
