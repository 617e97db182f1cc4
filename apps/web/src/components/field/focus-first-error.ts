/** Moves the focus to the first control that carries an error, after the errors have been rendered. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const control = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
    control?.focus({ preventScroll: true })
    control?.scrollIntoView({ block: 'center' })
  })
}
