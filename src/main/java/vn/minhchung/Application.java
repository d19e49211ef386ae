package vn.minhchung;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/**
 * Starts Minh Chứng. Every direct sub-package is a module; {@code kernel} and {@code platform} are shared by all.
 */
@SpringBootApplication
@Modulithic(sharedModules = {"kernel", "platform"})
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
