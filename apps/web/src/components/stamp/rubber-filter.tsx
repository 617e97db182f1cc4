/** The worn edge of a rubber stamp. Once per page; the stamps refer to it. */
export function RubberFilter() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
      <filter id="rubber" x="-8%" y="-8%" width="116%" height="116%">
        <feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="4" result="grain" />
        <feDisplacementMap in="SourceGraphic" in2="grain" scale="1.3" result="rough" />
        <feTurbulence type="fractalNoise" baseFrequency=".035 .05" numOctaves="3" seed="9" result="clouds" />
        <feColorMatrix in="clouds" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 -5.2 3.55" result="pressure" />
        <feComposite in="rough" in2="pressure" operator="in" result="pressed" />
        <feComponentTransfer in="rough" result="base">
          <feFuncA type="linear" slope=".9" />
        </feComponentTransfer>
        <feMerge>
          <feMergeNode in="base" />
          <feMergeNode in="pressed" />
        </feMerge>
      </filter>
    </svg>
  )
}
