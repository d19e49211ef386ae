package vn.minhchung.evidence;

import java.io.IOException;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.EventUpcaster;
import vn.minhchung.kernel.view.Projector;

/** Every module's projectors, and the upcasters of older events: those the application has, and nothing else of it. */
@ComponentScan(
        basePackages = "vn.minhchung",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.CUSTOM,
                        classes = {Projectors.OfViews.class, Projectors.OfEvents.class}))
final class Projectors {
    static final class OfViews extends ComponentOf {
        OfViews() {
            super(Projector.class);
        }
    }

    static final class OfEvents extends ComponentOf {
        OfEvents() {
            super(EventUpcaster.class);
        }
    }

    abstract static class ComponentOf extends AssignableTypeFilter {
        ComponentOf(Class<?> type) {
            super(type);
        }

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
            return reader.getAnnotationMetadata().hasAnnotation(Component.class.getName())
                    && super.match(reader, readers);
        }
    }
}
