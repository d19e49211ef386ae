package vn.minhchung.audit.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Confidential;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A stored payload as the viewer may read it: each personal text opened, masked or erased, never as ciphertext. Whose is
 * opened is noted.
 */
@Component
final class PayloadJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PersonalTextsShown personal;

    PayloadJson(PersonalTextsShown personal) {
        this.personal = personal;
    }

    @Nullable
    Object of(String json, Viewer viewer, Confidential confidential) {
        return readable(JSON.readValue(json, Object.class), viewer, confidential);
    }

    private @Nullable Object readable(@Nullable Object value, Viewer viewer, Confidential confidential) {
        return switch (value) {
            case Map<?, ?> map -> {
                Sealed sealed = sealed(map);
                if (sealed != null) yield opened(sealed, viewer, confidential);
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(String.valueOf(key), readable(item, viewer, confidential)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(item -> readable(item, viewer, confidential)).toList();
            case null, default -> value;
        };
    }

    private String opened(Sealed sealed, Viewer viewer, Confidential confidential) {
        String text = personal.of(sealed, viewer);
        if (!text.equals(PersonalTextsShown.MASKED) && !text.equals(PersonalData.ERASED))
            confidential.opened(sealed.person().value(), "RecordedEvent.payload");
        return text;
    }

    private static @Nullable Sealed sealed(Map<?, ?> map) {
        return map.size() == 2
                        && map.get("person") instanceof String person
                        && map.get("cipher") instanceof String cipher
                ? new Sealed(new PersonId(person), cipher)
                : null;
    }
}
