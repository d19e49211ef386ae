package vn.minhchung.projects;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decimal;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;

/**
 * Work of one research role (TT 02/2023/TT-BKHCN; domain notes 2.2, line 1): rate × coefficient × converted months.
 *
 * @param person who does it; null in an estimate that names roles only
 * @param coefficient decimal text, e.g. {@code 0.8}
 * @param months whole months
 * @param days working days beside the whole months, {@value #DAYS_A_MONTH} to a month; null for none
 * @param rate what the investigator's month of coefficient 1 is paid
 */
public record Labour(
        @Nullable PersonId person,
        LabourRole role,
        String coefficient,
        int months,
        @Nullable Integer days,
        Vnd rate) {
    /** A part of a month is counted by days of 22 (TT 03/2023/TT-BTC). */
    public static final int DAYS_A_MONTH = 22;

    /** Whole đồng, rounded down. @throws vn.minhchung.kernel.Refusal INVALID_INPUT for a coefficient that is no decimal */
    public Vnd amount() {
        long worked = Math.addExact(Math.multiplyExact((long) months, DAYS_A_MONTH), extraDays());
        return Decimal.parse(coefficient).of(rate, worked, DAYS_A_MONTH);
    }

    public int extraDays() {
        return days == null ? 0 : days;
    }
}
