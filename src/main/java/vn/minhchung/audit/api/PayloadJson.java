package vn.minhchung.audit.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Viewer;

/** A stored payload as the viewer may read it: each personal text opened, masked or erased, never as ciphertext. */
@Component
final class PayloadJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PersonalTextsShown personal;

    PayloadJson(PersonalTextsShown personal) {
        this.personal = personal;
    }

    @Nullable
    Object of(String json, Viewer viewer) {
        return readable(JSON.readValue(json, Object.class), viewer);
    }

    private @Nullable Object readable(@Nullable Object value, Viewer viewer) {
        return switch (value) {
            case Map<?, ?> map -> {
                Sealed sealed = sealed(map);
                if (sealed != null) yield personal.of(sealed, viewer);
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), readable(item, viewer)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(item -> readable(item, viewer)).toList();
            case null, default -> value;
        };
    }

    private static @Nullable Sealed sealed(Map<?, ?> map) {
        return map.size() == 2
                        && map.get("person") instanceof String person
                        && map.get("cipher") instanceof String cipher
                ? new Sealed(new PersonId(person), cipher)
                : null;
    }
}
