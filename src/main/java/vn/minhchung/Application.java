package vn.minhchung;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.minhchung.evidence.EvidenceProgram;
import vn.minhchung.platform.archive.LogCommands;
import vn.minhchung.witness.WitnessProgram;

/**
 * Starts Minh Chứng. Every direct sub-package is a module; {@code kernel} and {@code platform} are shared by all.
 */
@SpringBootApplication
@Modulithic(sharedModules = {"kernel", "platform"})
public class Application {

    /** Serves; or, told a command such as {@code export-log <file>} or {@code witness …}, does that alone. */
    public static void main(String[] args) {
        if (WitnessProgram.meant(args)) System.exit(WitnessProgram.run(System.out, args));
        if (EvidenceProgram.meant(args)) System.exit(EvidenceProgram.run(System.out, args));
        if (LogCommands.meant(args)) System.exit(LogCommands.run(System.out, args));
        SpringApplication.run(Application.class, args);
    }
}
