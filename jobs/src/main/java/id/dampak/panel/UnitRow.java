package id.dampak.panel;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * A unit of the study.
 *
 * @param id unit
 * @param region region of its seat
 * @param sector sector
 * @param sizeClass size class
 * @param firstPeriod first period at risk
 * @param lastPeriod last period at risk
 * @param baseline mean sales a period over the baseline window, in units of the currency; 0 without
 *     any
 * @param exposure dose; empty where there are no baseline sales to measure it by
 */
public record UnitRow(
    String id,
    String region,
    String sector,
    String sizeClass,
    LocalDateTime firstPeriod,
    LocalDateTime lastPeriod,
    double baseline,
    OptionalDouble exposure) {}
