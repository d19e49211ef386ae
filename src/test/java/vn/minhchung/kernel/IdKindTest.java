package vn.minhchung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An id that the system gives is one its class takes. */
class IdKindTest {
    @Test
    void every_class_of_ids_takes_what_is_derived_for_it() {
        List<? extends Class<?>> ids = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.minhchung").stream()
                        .filter(found -> found.isAssignableTo(Id.class) && found.isRecord())
                        .map(JavaClass::reflect)
                        .toList();
        assertThat(ids).hasSizeGreaterThan(20);
        for (Class<?> id : ids) {
            String derived = Id.derived(Id.kindOf(id), "a", "b");
            assertThatCode(() -> {
                        var constructor = id.getDeclaredConstructor(String.class);
                        constructor.setAccessible(true);
                        constructor.newInstance(derived);
                    })
                    .as("%s of %s", derived, id.getSimpleName())
                    .doesNotThrowAnyException();
        }
    }
}
