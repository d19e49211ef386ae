package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A host's report of what it spent (báo cáo số đã chi). */
public record SpendingReportId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SpendingReportId {
        Id.check("spending-report", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
