/** Quantity is whole thousandths of the product's unit. */

const DIVISIBLE_UNITS = new Set(['кг', 'г', 'т', 'л', 'мл', 'м', 'см', 'м²', 'м³', 'м2', 'м3'])

/** Whether a unit of measure takes fractions; every other unit is counted in pieces. */
export function isDivisible(unit: string): boolean {
  return DIVISIBLE_UNITS.has(unit.trim().toLowerCase().replace(/\.$/, ''))
}

/** Whether a quantity in thousandths can stand for this unit. */
export function fitsUnit(quantity_milli: number, unit: string): boolean {
  return quantity_milli % 1000 === 0 || isDivisible(unit)
}
