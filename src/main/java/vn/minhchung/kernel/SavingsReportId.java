package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A host's report of what it saved (báo cáo kinh phí tiết kiệm). */
public record SavingsReportId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SavingsReportId {
        Id.check("savings-report", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
