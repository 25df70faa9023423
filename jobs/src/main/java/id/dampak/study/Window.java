package id.dampak.study;

import java.time.LocalDate;

/**
 * Local days, half-open.
 *
 * @param from first day
 * @param until first day after the window
 */
public record Window(LocalDate from, LocalDate until) {}
