package vn.minhchung.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/** One sample of every kind of event, as the modules' {@code *Examples.all()} give them. */
public final class Examples {
    private Examples() {}

    /** By stored name; the first sample of a name counts. */
    public static Map<String, DomainEvent> byName() {
        Map<String, DomainEvent> samples = new TreeMap<>();
        for (DomainEvent event : all()) {
            EventType type = event.getClass().getAnnotation(EventType.class);
            if (type == null) throw new AssertionError("no @EventType: " + event.getClass());
            samples.putIfAbsent(type.name(), event);
        }
        return samples;
    }

    private static List<DomainEvent> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.[A-Z]\\w*Examples")));
        List<DomainEvent> events = new ArrayList<>();
        for (var candidate : scanner.findCandidateComponents("vn.minhchung")) {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(candidate.getBeanClassName()), Examples.class.getClassLoader());
            try {
                var all = type.getDeclaredMethod("all");
                all.setAccessible(true);
                for (Object event : (List<?>) all.invoke(null)) events.add((DomainEvent) event);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(type + " gives no samples by a static List<DomainEvent> all()", e);
            }
        }
        return events;
    }
}
