package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A host's deposit account at the treasury (tài khoản tiền gửi). */
public record DepositAccountId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DepositAccountId {
        Id.check("deposit-account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
