package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The estimate of a task (dự toán): one for each task, under the same uuid. */
public record EstimateId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EstimateId {
        Id.check("estimate", value);
    }

    public static EstimateId of(ProjectId project) {
        return new EstimateId(
                "estimate:" + project.value().substring(project.value().indexOf(':') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
