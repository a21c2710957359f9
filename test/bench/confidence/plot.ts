import type { CalibrationBin } from './fit';

/** Side of the plot's square, and the margin around it, in pixels. */
const SIDE = 320;
const MARGIN = 48;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Radius of a point for one outcome; the area grows with their number. */
const UNIT_RADIUS = 0.5;

/** The share of right hits over the estimated probability as an SVG picture: one circle for each bin. */
export function calibrationPlot(bins: readonly CalibrationBin[]): string {
  const size = SIDE + 2 * MARGIN;
  const x = (value: number): string => (MARGIN + value * SIDE).toFixed(1);
  const y = (value: number): string => (MARGIN + (1 - value) * SIDE).toFixed(1);
  const ticks = TICKS.flatMap((tick) => [
    `<line x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}" stroke="#ddd"/>`,
    `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="#ddd"/>`,
    `<text x="${x(tick)}" y="${String(MARGIN + SIDE + 18)}" text-anchor="middle">${String(tick)}</text>`,
    `<text x="${String(MARGIN - 8)}" y="${y(tick)}" dy="4" text-anchor="end">${String(tick)}</text>`,
  ]);
  const points = bins.map(
    ({ count, expected, actual }) =>
      `<circle cx="${x(expected)}" cy="${y(actual)}" r="${Math.max(3, UNIT_RADIUS * Math.sqrt(count)).toFixed(1)}" ` +
      `fill="#3b6ea5" fill-opacity="0.7"><title>${String(count)}: estimated ${expected.toFixed(2)}, right ${actual.toFixed(2)}</title></circle>`,
  );
  const middle = String(MARGIN + SIDE / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(size)}" height="${String(size)}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...ticks,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4"/>`,
    ...points,
    `<text x="${middle}" y="${String(size - 8)}" text-anchor="middle">estimated probability of the first hit</text>`,
    `<text x="14" y="${middle}" text-anchor="middle" transform="rotate(-90 14 ${middle})">share of right first hits</text>`,
    '</svg>\n',
  ].join('\n');
}
