package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** An organisation: the department, a host, an issuer of documents. */
public record OrganisationId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {
        Id.check("organisation", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
