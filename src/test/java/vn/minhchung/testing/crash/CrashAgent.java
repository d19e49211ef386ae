package vn.minhchung.testing.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Makes the application's classes, as they are loaded, report that a {@link CrashPoint} is passed. */
public final class CrashAgent {
    private CrashAgent() {}

    /**
     * Option of a JVM that has this package on its class path.
     *
     * @param jar made where it is missing; it holds nothing but the name of this class
     * @param struck see {@link Executioner}
     */
    public static String option(Path jar, Path struck) {
        if (!Files.exists(jar)) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
            try {
                new JarOutputStream(Files.newOutputStream(jar), manifest).close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return "-javaagent:" + jar + "=" + struck;
    }

    /** Called by the JVM before the application's main method. */
    public static void premain(String struck, Instrumentation instrumentation) {
        Executioner.reportTo(Path.of(struck));
        instrumentation.addTransformer(new Reporting());
    }

    private static final class Reporting implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> type,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            List<CrashPoint> points = Arrays.stream(CrashPoint.values())
                    .filter(point -> point.type().replace('.', '/').equals(name))
                    .toList();
            return points.isEmpty() ? null : reporting(bytes, points);
        }
    }

    static byte[] reporting(byte[] type, List<CrashPoint> points) {
        ClassFile files = ClassFile.of();
        byte[] made = type;
        for (CrashPoint point : points) {
            made = files.transformClass(
                    files.parse(made),
                    ClassTransform.transformingMethodBodies(
                            method -> method.methodName().equalsString(point.method()), new Report(point)));
        }
        return made;
    }

    private record Report(CrashPoint point) implements CodeTransform {
        private static final ClassDesc EXECUTIONER =
                Executioner.class.describeConstable().orElseThrow();
        private static final MethodTypeDesc TELLS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

        @Override
        public void atStart(CodeBuilder code) {
            if (point.edge() == CrashPoint.Edge.ENTRY) tell(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (point.edge() == CrashPoint.Edge.EXIT && element instanceof ReturnInstruction) tell(code);
            code.with(element);
        }

        private void tell(CodeBuilder code) {
            code.loadConstant(point.name()).invokestatic(EXECUTIONER, "passed", TELLS);
        }
    }
}
