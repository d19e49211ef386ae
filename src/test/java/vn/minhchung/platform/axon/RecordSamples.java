package vn.minhchung.platform.axon;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;

/**
 * Records filled in every component, with as many samples of a type as there are forms of it. Values that a constructor
 * takes only in a certain form come from a list of texts tried in turn.
 */
final class RecordSamples {
    private static final List<String> TEXTS = List.of(
            "Đề tài “thử” \\ 1",
            "01890a5d-ac96-7741-b9f0-7f2a4b8c0009",
            "2025",
            "0106000001",
            "1052000",
            "A1",
            "1/2025/QĐ-UBND",
            "2025-03-01");
    private static final List<Integer> NUMBERS = List.of(2025, 7, 1, 0);

    private final Map<Type, List<Object>> known = new LinkedHashMap<>();
    private final Deque<Type> open = new ArrayDeque<>();

    /** Every form of the type; none when it cannot be made. */
    List<Object> of(Type type) {
        List<Object> made = known.get(type);
        if (made != null) return made;
        if (open.contains(type)) return List.of();
        open.push(type);
        try {
            made = made(type);
        } finally {
            open.pop();
        }
        known.put(type, made);
        return made;
    }

    private List<Object> made(Type type) {
        return switch (type) {
            case ParameterizedType it -> collection(it);
            case WildcardType it -> of(it.getUpperBounds()[0]);
            case Class<?> it -> plain(it);
            default -> List.of();
        };
    }

    private List<Object> collection(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == List.class) return List.of(List.copyOf(of(arguments[0])));
        if (raw == Set.class) return List.of(Set.copyOf(of(arguments[0])));
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            Object value = of(arguments[1]).getFirst();
            of(arguments[0]).forEach(key -> map.put(key, value));
            return List.of(Map.copyOf(map));
        }
        return List.of();
    }

    private List<Object> plain(Class<?> type) {
        if (type == String.class) return List.copyOf(TEXTS);
        if (type == int.class || type == Integer.class) return List.copyOf(NUMBERS);
        if (type == long.class || type == Long.class) return List.of(7L, 1L, 0L, Long.MAX_VALUE);
        if (type == boolean.class || type == Boolean.class) return List.of(true, false);
        if (type == LocalDate.class) return List.of(LocalDate.of(2025, 3, 1));
        if (type == YearMonth.class) return List.of(YearMonth.of(2025, 3));
        if (type.isEnum()) return List.of((Object[]) type.getEnumConstants());
        if (type.isSealed() && !type.isRecord()) return permitted(type);
        if (Id.class.isAssignableFrom(type) && type.isRecord()) return ids(type);
        return type.isRecord() ? records(type) : List.of();
    }

    /** An id says itself which kind it wants. */
    private static List<Object> ids(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            String kind = "";
            try {
                constructor.newInstance("?");
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof Refusal refusal)) throw e;
                kind = String.valueOf(refusal.facts().get("expected")).replace("…", "");
            }
            return List.of(constructor.newInstance(kind + TEXTS.get(1)));
        } catch (ReflectiveOperationException e) {
            return List.of();
        }
    }

    private List<Object> permitted(Class<?> type) {
        List<Object> made = new ArrayList<>();
        for (Class<?> form : type.getPermittedSubclasses()) made.addAll(of(form));
        return made;
    }

    private List<Object> records(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<Object>> values = new ArrayList<>();
        for (RecordComponent component : components) values.add(of(component.getGenericType()));
        int most = values.stream().mapToInt(List::size).max().orElse(1);
        List<Object> made = new ArrayList<>();
        // each value of each component once; where the constructor refuses, other values of the others are tried
        for (int shift = 0; shift < Math.max(1, most) && made.size() < most; shift++) {
            for (int row = 0; row < Math.max(1, most); row++) {
                Object[] arguments = new Object[components.length];
                for (int i = 0; i < components.length; i++) {
                    List<Object> choice = values.get(i);
                    if (!choice.isEmpty()) arguments[i] = choice.get((row + i * shift) % choice.size());
                    else if (components[i].getType().isPrimitive()) return List.of();
                }
                Object record = tried(type, components, arguments);
                if (record != null && !made.contains(record)) made.add(record);
            }
        }
        return made;
    }

    private static @Nullable Object tried(Class<?> type, RecordComponent[] components, Object[] arguments) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) types[i] = components[i].getType();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record without its own constructor: " + type, e);
        }
    }
}
