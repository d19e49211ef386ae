package vn.minhchung.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What a class may be and may know. Each rule has an offender under {@code offending} that shows it can fail. */
public final class Rules {
    private static final String BASE = "vn.minhchung.";
    /** With a program that, like the application itself, puts platform and modules together. */
    private static final Set<String> FOUNDATION =
            Set.of("kernel", "platform", "eventstore", "evidence", "testing", "bench");

    private Rules() {}

    /** The module of a class: the package below {@code vn.minhchung}, or below the offenders' folder. */
    static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        String base = name.startsWith(BASE + "architecture.offending.") ? BASE + "architecture.offending." : BASE;
        if (!name.startsWith(base)) return "";
        String below = name.substring(base.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static final DescribedPredicate<JavaClass> BUSINESS =
            describe("in a business module", type -> !moduleOf(type).isEmpty() && !FOUNDATION.contains(moduleOf(type)));

    private static final DescribedPredicate<JavaClass> PLATFORM =
            describe("in the platform", type -> moduleOf(type).equals("platform"));

    private static final DescribedPredicate<JavaClass> KERNEL =
            describe("in the kernel", type -> moduleOf(type).equals("kernel"));

    private static final DescribedPredicate<JavaClass> TEXT_OR_MONEY = describe(
            "of the kernel, the treasury or the platform",
            type -> Set.of("kernel", "treasury", "platform").contains(moduleOf(type)));

    /** By name, in the order of reading. */
    public static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("write knows neither read nor api nor process", apart("write", "read", "api", "process"));
        rules.put("read knows neither write nor api nor process", apart("read", "write", "api", "process"));
        rules.put("api does not know write", apart("api", "write"));
        rules.put("process does not know write", apart("process", "write"));
        rules.put(
                "write knows of Spring only that its desks are components",
                noClasses()
                        .that(BUSINESS)
                        .and(resideInAPackage("..write.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.springframework..")
                                .and(DescribedPredicate.not(resideInAPackage("org.springframework.stereotype..")))));
        rules.put(
                "write speaks no SQL",
                noClasses()
                        .that(BUSINESS)
                        .and(resideInAPackage("..write.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")));
        rules.put("business modules ask no clock and draw nothing by chance", noClockNoChance());
        rules.put(
                "what is inside a module is package-private",
                classes()
                        .that(BUSINESS)
                        .and(resideInAnyPackage("..write..", "..read..", "..process..", "..api..", "..history.."))
                        .and(describe("top-level", type -> !type.isNestedClass()))
                        .should()
                        .notBePublic());
        rules.put(
                "commands and events are records",
                classes()
                        .that(assignableTo(Command.class).or(assignableTo(DomainEvent.class)))
                        .and(describe("concrete", type -> !type.isInterface()))
                        .should()
                        .beRecords());
        rules.put(
                "every command says who may send it",
                classes()
                        .that(assignableTo(Command.class))
                        .and(describe("concrete", type -> !type.isInterface()))
                        .should()
                        .beAnnotatedWith(MayBeSentBy.class));
        rules.put("every event has a stored name that begins with its module", eventNames());
        rules.put("commands, events and views hold values of the JDK and of modules only", plainComponents());
        rules.put("nothing is a float or a double", noFloatingPoint());
        rules.put(
                "decimals stay in the kernel, the platform and the treasury",
                noClasses()
                        .that(DescribedPredicate.not(TEXT_OR_MONEY))
                        .should()
                        .dependOnClassesThat(assignableTo(BigDecimal.class)));
        rules.put(
                "no field is loaded by @BatchMapping: it mixes moments",
                noMethods().should().beAnnotatedWith(BatchMapping.class));
        rules.put(
                "business modules do not know the platform",
                noClasses().that(BUSINESS).should().dependOnClassesThat(PLATFORM));
        rules.put(
                "the platform knows no business module",
                noClasses().that(PLATFORM).should().dependOnClassesThat(BUSINESS));
        rules.put(
                "the kernel knows annotations only",
                classes()
                        .that(KERNEL)
                        .should()
                        .onlyDependOnClassesThat(KERNEL.or(resideInAnyPackage(
                                "java..",
                                "javax.crypto..",
                                "com.fasterxml.jackson.annotation..",
                                "org.jspecify.annotations..",
                                "org.jmolecules..",
                                "org.springframework.modulith"))));
        rules.put(
                "Axon is known in write and process only",
                noClasses()
                        .that(BUSINESS)
                        .and(DescribedPredicate.not(resideInAnyPackage("..write..", "..process..")))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.axonframework..")));
        rules.put("every processing group is named: Axon's default is the package", namedGroups());
        rules.put("fields of Spring beans are set by constructors", noInjectedFields());
        return rules;
    }

    private static ArchRule apart(String folder, String... forbidden) {
        String[] packages = Stream.of(forbidden).map(f -> ".." + f + "..").toArray(String[]::new);
        return noClasses()
                .that(BUSINESS)
                .and(resideInAPackage(".." + folder + ".."))
                .should()
                .dependOnClassesThat(BUSINESS.and(resideInAnyPackage(packages)));
    }

    private static ArchRule noClockNoChance() {
        ArchCondition<JavaClass> ask = condition(
                "ask a clock or draw by chance",
                (type, found) -> type.getCodeUnitCallsFromSelf().forEach(call -> {
                    JavaClass owner = call.getTargetOwner();
                    String method = call.getTarget().getName();
                    boolean clock = owner.getPackageName().equals("java.time")
                            && method.equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(p -> p.isEquivalentTo(Clock.class));
                    boolean system = owner.isEquivalentTo(Clock.class) && method.startsWith("system");
                    boolean millis = owner.isEquivalentTo(System.class)
                            && (method.equals("currentTimeMillis") || method.equals("nanoTime"));
                    boolean chance = method.equals("randomUUID")
                            || owner.isAssignableTo(java.util.random.RandomGenerator.class)
                            || (owner.isEquivalentTo(Math.class) && method.equals("random"));
                    if (clock || system || millis || chance) found.add(call.getDescription());
                }));
        return classes()
                .that(BUSINESS)
                .and(describe("not in process", type -> !type.getPackageName().contains(".process")))
                .should(never(ask));
    }

    private static ArchRule eventNames() {
        ArchCondition<JavaClass> named = new ArchCondition<>("have an @EventType that begins with the module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.tryGetAnnotationOfType(EventType.class)
                        .map(EventType::name)
                        .orElse("");
                String module = moduleOf(type).equals("kernel") ? "platform" : moduleOf(type);
                if (!name.matches(module + "\\.[A-Z][A-Za-z0-9]+")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is stored as '" + name + "'"));
                }
            }
        };
        return classes()
                .that(assignableTo(DomainEvent.class))
                .and(describe("concrete", type -> !type.isInterface()))
                .should(named);
    }

    private static ArchRule plainComponents() {
        ArchCondition<JavaClass> plain = new ArchCondition<>("hold plain values") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (field.getModifiers().contains(JavaModifier.STATIC)) continue;
                    for (JavaClass involved : field.getAllInvolvedRawTypes()) {
                        JavaClass element = involved.getBaseComponentType();
                        boolean plainType = element.isPrimitive()
                                || element.getPackageName().startsWith("java.")
                                || element.getPackageName().startsWith(BASE);
                        if (!plainType) {
                            events.add(SimpleConditionEvent.violated(
                                    type, field.getFullName() + " holds " + element.getName()));
                        }
                    }
                }
            }
        };
        return classes()
                .that(assignableTo(Command.class)
                        .or(assignableTo(DomainEvent.class))
                        .or(assignableTo(vn.minhchung.kernel.graphql.Readable.class)))
                .should(plain);
    }

    private static ArchRule noFloatingPoint() {
        ArchCondition<JavaClass> floats = condition("use float or double", (type, found) -> {
            type.getFields().stream()
                    .filter(field -> floating(field.getRawType()))
                    .forEach(field -> found.add(field.getFullName()));
            type.getMethods().stream()
                    .filter(method -> floating(method.getRawReturnType())
                            || method.getRawParameterTypes().stream().anyMatch(Rules::floating))
                    .forEach(method -> found.add(method.getFullName()));
            type.getCodeUnitCallsFromSelf().stream()
                    .filter(call -> floating(call.getTarget().getRawReturnType()))
                    .forEach(call -> found.add(call.getDescription()));
        });
        return classes().should(never(floats));
    }

    private static boolean floating(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isEquivalentTo(float.class)
                || element.isEquivalentTo(double.class)
                || element.isEquivalentTo(Float.class)
                || element.isEquivalentTo(Double.class);
    }

    private static ArchRule namedGroups() {
        ArchCondition<JavaClass> named = condition("handle events without a named group", (type, found) -> {
            boolean handles = type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(EventHandler.class));
            if (handles && !type.isAnnotatedWith(ProcessingGroup.class)) found.add(type.getName());
        });
        return classes().should(never(named));
    }

    private static ArchRule noInjectedFields() {
        ArchCondition<JavaClass> injected = condition(
                "have injected fields",
                (type, found) -> type.getFields().stream()
                        .filter(field -> field.getAnnotations().stream()
                                .map(JavaAnnotation::getRawType)
                                .anyMatch(a -> Set.of("Autowired", "Value", "Inject", "Resource")
                                        .contains(a.getSimpleName())))
                        .forEach(field -> found.add(field.getFullName())));
        return classes().should(never(injected));
    }

    /** What a class does that it should not. */
    private interface Finding {
        void in(JavaClass type, List<String> found);
    }

    private static ArchCondition<JavaClass> condition(String description, Finding finding) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> found = new ArrayList<>();
                finding.in(type, found);
                found.forEach(each -> events.add(SimpleConditionEvent.satisfied(type, each)));
            }
        };
    }

    private static ArchCondition<JavaClass> never(ArchCondition<JavaClass> condition) {
        return com.tngtech.archunit.lang.conditions.ArchConditions.not(condition);
    }

    /** Also used for test code: who waits by sleeping waits too long or not long enough. */
    public static ArchRule noSleeping() {
        ArchCondition<JavaClass> sleep = condition(
                "sleep",
                (type, found) -> type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getTarget().getName().equals("sleep"))
                        .forEach(call -> found.add(call.getDescription())));
        return classes()
                .that(describe("tests", type -> !type.getPackageName().startsWith(BASE + "testing")))
                .should(never(sleep));
    }
}
