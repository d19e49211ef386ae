package vn.minhchung;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.Modulithic;

class ApplicationTest {

    @Test
    void kernel_and_platform_are_the_only_shared_modules() {
        var modulithic = Application.class.getAnnotation(Modulithic.class);

        assertThat(modulithic).isNotNull();
        assertThat(modulithic.sharedModules()).containsExactly("kernel", "platform");
    }
}
