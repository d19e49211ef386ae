package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What has to come back of a task's money (hoàn trả kinh phí): one for each task, under the same uuid. */
public record RefundId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        Id.check("refund", value);
    }

    public static RefundId of(ProjectId project) {
        return new RefundId(
                "refund:" + project.value().substring(project.value().indexOf(':') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
