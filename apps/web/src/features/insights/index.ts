export { Figure } from './components/figure.js'
export { Funnel, FunnelFigure } from './components/funnel-figure.js'
export { SeatsFigure } from './components/seats-figure.js'
