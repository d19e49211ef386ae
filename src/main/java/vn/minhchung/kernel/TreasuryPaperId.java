package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** One paper for the treasury (chứng từ kho bạc) and its life. */
@Id.Kind("paper")
public record TreasuryPaperId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TreasuryPaperId {
        Id.check("paper", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
