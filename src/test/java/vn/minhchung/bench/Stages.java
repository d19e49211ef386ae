package vn.minhchung.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.view.Views;

/**
 * Timers around the pieces a command passes, on the caller's thread. A stage's time is its own: what another stage takes
 * within it is not counted twice. Threads that no call of the benchmark began are not counted at all.
 */
final class Stages {
    enum Stage {
        REQUEST("competence and decision"),
        SENDING("command bus, unit of work, queue and append"),
        LOADING("loading guards: locks, reading the log, evolving"),
        DECODING("decoding events of guards"),
        DECIDING("deciding"),
        ENCODING("encoding and sealing"),
        VIEWS("waiting for the views");

        final String title;

        Stage(String title) {
            this.title = title;
        }
    }

    private static final ThreadLocal<@Nullable Frame> OPEN = new ThreadLocal<>();

    private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);
    private final Map<Stage, LongAdder> times = new EnumMap<>(Stage.class);

    /** Nanoseconds taken by other stages within the one under way. */
    private static final class Frame {
        long within;
    }

    @FunctionalInterface
    private interface Work {
        @Nullable
        Object run() throws Throwable;
    }

    Stages() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new LongAdder());
            times.put(stage, new LongAdder());
        }
    }

    /** Puts the timers around the beans of a system that is about to start. */
    void install(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Aggregates it -> timed(Aggregates.class, it);
                    case EventCodec it -> timed(EventCodec.class, it);
                    case Commands it -> timed(Commands.class, it);
                    case Views it -> timed(Views.class, it);
                    default -> bean;
                };
            }
        });
    }

    /** One call of the benchmark: everything within counts. */
    void call(Runnable call) {
        try {
            in(Stage.REQUEST, () -> {
                call.run();
                return null;
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void reset() {
        nanos.values().forEach(LongAdder::reset);
        times.values().forEach(LongAdder::reset);
    }

    long nanos(Stage stage) {
        return Objects.requireNonNull(nanos.get(stage)).sum();
    }

    /** How often it was entered. */
    long times(Stage stage) {
        return Objects.requireNonNull(times.get(stage)).sum();
    }

    private <T> T timed(Class<T> type, T bean) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    Stage stage = stage(type, method);
                    if (stage == null || OPEN.get() == null) return invoked(bean, method, arguments);
                    return in(
                            stage,
                            () -> invoked(bean, method, stage == Stage.LOADING ? deciding(arguments) : arguments));
                }));
    }

    private static @Nullable Stage stage(Class<?> type, Method method) {
        if (type == Aggregates.class) {
            boolean loads = method.getParameterCount() == 3;
            return loads ? Stage.LOADING : null;
        }
        if (type == EventCodec.class) {
            return switch (method.getName()) {
                case "encode" -> Stage.ENCODING;
                case "decode" -> Stage.DECODING;
                default -> null;
            };
        }
        if (type == Commands.class) return method.getName().equals("send") ? Stage.SENDING : null;
        return method.getName().equals("await") ? Stage.VIEWS : null;
    }

    /** What a handler does with a loaded aggregate is deciding, not loading. */
    @SuppressWarnings("unchecked")
    private @Nullable Object[] deciding(@Nullable Object[] arguments) {
        @Nullable Object[] wrapped = arguments.clone();
        for (int i = 0; i < wrapped.length; i++) {
            Object argument = wrapped[i];
            if (argument instanceof Consumer<?> decide) {
                wrapped[i] = (Consumer<Object>) aggregate -> decided(() -> {
                    ((Consumer<Object>) decide).accept(aggregate);
                    return null;
                });
            } else if (argument instanceof Function<?, ?> question) {
                wrapped[i] = (Function<Object, @Nullable Object>)
                        aggregate -> decided(() -> ((Function<Object, @Nullable Object>) question).apply(aggregate));
            }
        }
        return wrapped;
    }

    private @Nullable Object decided(Work work) {
        try {
            return in(Stage.DECIDING, work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object in(Stage stage, Work work) throws Throwable {
        Frame outer = OPEN.get();
        Frame frame = new Frame();
        OPEN.set(frame);
        long begun = System.nanoTime();
        try {
            return work.run();
        } finally {
            long took = System.nanoTime() - begun;
            Objects.requireNonNull(nanos.get(stage)).add(took - frame.within);
            Objects.requireNonNull(times.get(stage)).increment();
            if (outer == null) OPEN.remove();
            else {
                outer.within += took;
                OPEN.set(outer);
            }
        }
    }

    private static @Nullable Object invoked(Object bean, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
