/** Errors are rendered within a few frames; on a slow machine it may take more. */
const mostFrames = 60

/** Moves the focus to the first control that carries an error, once the errors have been rendered. */
export function focusFirstError(form: HTMLElement | null): void {
  let frames = 0
  const look = () => {
    const control = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
    frames += 1
    if (!control && form?.isConnected && frames < mostFrames) requestAnimationFrame(look)
    control?.focus({ preventScroll: true })
    control?.scrollIntoView({ block: 'center' })
  }
  requestAnimationFrame(look)
}
