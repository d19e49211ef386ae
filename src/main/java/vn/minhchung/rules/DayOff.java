package vn.minhchung.rules;

import java.time.LocalDate;

/** A day on which offices are closed although it is no Saturday or Sunday, or a holiday that falls on one. */
public record DayOff(LocalDate date, String vi, String en) {}
