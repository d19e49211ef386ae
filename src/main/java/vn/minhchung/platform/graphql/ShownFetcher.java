package vn.minhchung.platform.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.PropertyDataFetcher;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.view.Shown;

/**
 * The fetcher of every field that has no other: {@code id} and {@code stableId} of the object shown, else the record
 * component of the field's name, of the view record or of a plain record within it.
 */
final class ShownFetcher implements DataFetcher<Object> {
    private record Property(Class<?> type, String name) {}

    private static final Map<Property, Optional<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object get(DataFetchingEnvironment env) throws Exception {
        String field = env.getFieldDefinition().getName();
        Object source = env.getSource();
        if (source instanceof Shown<?> shown) {
            if (field.equals("id")) return shown.globalId();
            if (field.equals("stableId")) return shown.id();
            return component(shown.view(), field);
        }
        if (source instanceof Record part) return component(part, field);
        return PropertyDataFetcher.fetching(field).get(env);
    }

    private static @Nullable Object component(Record view, String field) throws ReflectiveOperationException {
        Optional<RecordComponent> component =
                COMPONENTS.computeIfAbsent(new Property(view.getClass(), field), ShownFetcher::find);
        Object value;
        if (component.isPresent()) {
            value = component.get().getAccessor().invoke(view);
        } else {
            // a derived value written as a method of the record
            var method = view.getClass().getMethod(field);
            method.setAccessible(true);
            value = method.invoke(view);
        }
        return switch (value) {
            case Id id -> id.value();
            case Optional<?> optional -> optional.orElse(null);
            case null, default -> value;
        };
    }

    private static Optional<RecordComponent> find(Property property) {
        Optional<RecordComponent> found = Arrays.stream(property.type().getRecordComponents())
                .filter(c -> c.getName().equals(property.name()))
                .findFirst();
        found.ifPresent(c -> c.getAccessor().setAccessible(true));
        return found;
    }
}
