package vn.minhchung.audit;

import java.time.LocalDate;

/**
 * A fact that was recorded after the day it took effect, or after the date of its document.
 *
 * @param recordedOn the day it was recorded, in Vietnam
 * @param delayDays calendar days from the earlier of both dates to that day
 */
public record LateFact(EventView event, LocalDate recordedOn, int delayDays) {}
