package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A settlement (quyết toán): one for each task and one for each year appropriation, under the same uuid. */
public record SettlementId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SettlementId {
        Id.check("settlement", value);
    }

    public static SettlementId of(ProjectId project) {
        return under(project);
    }

    public static SettlementId of(AppropriationId appropriation) {
        return under(appropriation);
    }

    private static SettlementId under(Id id) {
        return new SettlementId("settlement:" + id.value().substring(id.value().indexOf(':') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
