package vn.minhchung.platform.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/** Which record stands behind which stored name. Names are found by scanning, so no module need register anything. */
public final class EventTypes {
    /** @param revision the current one, the only one that is written */
    public record Named(String name, int revision, Class<? extends DomainEvent> type) {}

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<Class<?>, Named> byType = new HashMap<>();

    /** @throws IllegalStateException when a name stands twice or a class is no event */
    public EventTypes(Collection<Class<?>> types) {
        for (Class<?> type : types) {
            EventType annotation = type.getAnnotation(EventType.class);
            if (annotation == null || !type.isRecord() || !DomainEvent.class.isAssignableFrom(type)) {
                throw new IllegalStateException("not a record with @EventType that is a DomainEvent: " + type);
            }
            Named named = new Named(annotation.name(), annotation.revision(), type.asSubclass(DomainEvent.class));
            Named other = byName.put(named.name(), named);
            if (other != null) throw new IllegalStateException("one name for two events: " + other + ", " + named);
            byType.put(type, named);
        }
    }

    /** Every event of the system. */
    public static EventTypes scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
        List<Class<?>> types = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("vn.minhchung")) {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), EventTypes.class.getClassLoader());
            // a record within a method is a test's, and nobody's event
            if (!type.isLocalClass()) types.add(type);
        }
        return new EventTypes(types);
    }

    public Collection<Named> all() {
        return List.copyOf(byName.values());
    }

    @Nullable
    Named named(String name) {
        return byName.get(name);
    }

    Named of(Class<?> type) {
        Named named = byType.get(type);
        if (named == null) throw new IllegalArgumentException("not an event: " + type);
        return named;
    }
}
