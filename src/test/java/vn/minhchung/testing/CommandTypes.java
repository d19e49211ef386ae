package vn.minhchung.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** Every command of the system. */
public final class CommandTypes {
    private static final Map<String, Class<?>> DECLARED = find();

    private CommandTypes() {}

    /** Commands that are mutations, by the mutation's name. */
    public static Map<String, Class<? extends Command>> byMutation() {
        Map<String, Class<? extends Command>> commands = new TreeMap<>();
        declared().forEach((mutation, type) -> {
            if (Command.class.isAssignableFrom(type)) commands.put(mutation, type.asSubclass(Command.class));
        });
        return commands;
    }

    /** Everything that says which mutation it is: commands, and mutations that send many. */
    public static Map<String, Class<?>> declared() {
        return DECLARED;
    }

    private static Map<String, Class<?>> find() {
        Map<String, Class<?>> declared = new TreeMap<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.minhchung")) {
            if (!found.isAnnotatedWith(MayBeSentBy.class)) continue;
            Class<?> type = found.reflect();
            String mutation = Objects.requireNonNull(type.getAnnotation(MayBeSentBy.class))
                    .mutation();
            if (mutation.isEmpty()) continue;
            if (declared.put(mutation, type) != null) throw new AssertionError("two commands for " + mutation);
        }
        return declared;
    }
}
