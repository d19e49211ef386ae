package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A table of completed work (bảng xác định giá trị khối lượng công việc hoàn thành, Mẫu 08a). */
public record VolumeId(String value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VolumeId {
        Id.check("volume", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
