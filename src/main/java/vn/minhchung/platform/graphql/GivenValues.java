package vn.minhchung.platform.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;

/**
 * What no value from outside may be, wherever it is given: a text that cannot be stored or is too long, a required text
 * that says nothing, a list without end, a day or an amount that cannot be meant. A field says by {@code @longest} when it
 * takes more or less than others. A mutation asks for it itself, so that its refusal is one like any other.
 */
@Component
final class GivenValues extends SimplePerformantInstrumentation {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_LIST = 500;
    private static final int LONGEST_SHOWN = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    /** A thousand times what a province spends in a year; the sum of the longest list of such amounts is still a number. */
    private static final Vnd LARGEST_AMOUNT = Vnd.of(1_000_000_000_000_000L);

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        DataFetchingEnvironment env = parameters.getEnvironment();
        List<GraphQLArgument> arguments = env.getFieldDefinition().getArguments();
        // asOf says itself what no moment can be
        if (arguments.isEmpty()
                || env.getFieldDefinition().getName().equals("asOf")
                || env.getExecutionStepInfo().getObjectType().getName().equals("Mutation")) return fetcher;
        try {
            for (GraphQLArgument argument : arguments)
                require(
                        new Place(argument, argument.getType(), List.of(argument.getName()), false),
                        env.getArgument(argument.getName()));
            return fetcher;
        } catch (Refusal refusal) {
            return _ -> {
                throw refusal;
            };
        }
    }

    /** @throws Refusal INVALID_INPUT at the field */
    static void require(GraphQLInputObjectType type, Map<?, ?> input) {
        fields(type, input, List.of());
    }

    /**
     * Where a value stands.
     *
     * @param declared the argument or input field whose directives hold for it
     * @param required not null by its type
     */
    private record Place(GraphQLDirectiveContainer declared, GraphQLType type, List<String> path, boolean required) {
        Place of(GraphQLType inner, boolean innerRequired) {
            return new Place(declared, inner, path, innerRequired);
        }

        Place item(int index) {
            List<String> longer = new ArrayList<>(path);
            longer.add("[" + index + "]");
            return new Place(declared, ((GraphQLList) type).getWrappedType(), longer, false);
        }

        /** The value of personal data and of passwords is told to nobody. */
        boolean secret() {
            return declared.getAppliedDirective("personal") != null
                    || declared.getName().equals("password");
        }

        int longest(int otherwise) {
            GraphQLAppliedDirective directive = declared.getAppliedDirective("longest");
            if (directive == null) return otherwise;
            GraphQLAppliedDirectiveArgument characters = directive.getArgument("characters");
            return characters.getValue();
        }

        Refusal refused(String problem, @Nullable String value, @Nullable Object limit) {
            List<Object> facts = new ArrayList<>(List.of("problem", problem));
            if (value != null && !secret()) facts.addAll(List.of("value", value));
            if (limit != null) facts.addAll(List.of("limit", limit));
            return Refusal.of(ErrorCode.INVALID_INPUT, facts.toArray()).at(path.toArray(String[]::new));
        }
    }

    private static void require(Place place, @Nullable Object value) {
        if (value == null) return;
        switch (place.type()) {
            case GraphQLNonNull nonNull -> require(place.of(nonNull.getWrappedType(), true), value);
            case GraphQLList _ when value instanceof List<?> items -> list(place, items);
            case GraphQLInputObjectType nested
            when value instanceof Map<?, ?> object -> fields(nested, object, place.path());
            case GraphQLScalarType scalar -> scalar(place, scalar, value);
            default -> {} // a constant of an enum
        }
    }

    private static void fields(GraphQLInputObjectType type, Map<?, ?> object, List<String> path) {
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            List<String> longer = new ArrayList<>(path);
            longer.add(field.getName());
            require(new Place(field, field.getType(), longer, false), object.get(field.getName()));
        }
    }

    private static void list(Place place, List<?> items) {
        if (items.size() > LONGEST_LIST) throw place.refused("tooMany", Integer.toString(items.size()), LONGEST_LIST);
        for (int i = 0; i < items.size(); i++) require(place.item(i), items.get(i));
    }

    private static void scalar(Place place, GraphQLScalarType scalar, Object value) {
        switch (value) {
            case String text -> text(place, text, scalar.getName().equals("ID") ? LONGEST_ID : LONGEST_TEXT);
            case LocalDate day -> day(place, day);
            case Instant instant -> {
                if (instant.isBefore(start(FIRST_DAY)) || !instant.isBefore(start(LAST_DAY.plusDays(1))))
                    throw outside(place, instant.toString());
            }
            case PartialDate date -> day(place, date.firstDay());
            case Vnd amount -> amount(place, amount);
            default -> {}
        }
    }

    private static void text(Place place, String text, int longest) {
        int wrong = PlainText.firstUnstorable(text);
        if (wrong >= 0) throw place.refused("character", PlainText.escaped(text, wrong, LONGEST_SHOWN), null);
        if (text.length() > place.longest(longest))
            throw place.refused("tooLong", PlainText.escaped(text, 0, LONGEST_SHOWN), place.longest(longest));
        if (place.required() && PlainText.saysNothing(text)) throw place.refused("blank", "", null);
    }

    private static void day(Place place, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) throw outside(place, day.toString());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(StoryClock.ZONE).toInstant();
    }

    private static Refusal outside(Place place, String value) {
        return place.refused("day", value, FIRST_DAY.getYear() + "–" + LAST_DAY.getYear());
    }

    private static void amount(Place place, Vnd amount) {
        if (amount.amount() > LARGEST_AMOUNT.amount() || amount.amount() < -LARGEST_AMOUNT.amount())
            throw place.refused("amount", amount.digits(), LARGEST_AMOUNT.digits());
    }

    /** The type of a mutation's {@code input}. */
    static GraphQLInputObjectType inputType(DataFetchingEnvironment env) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(
                env.getFieldDefinition().getArgument("input").getType());
    }
}
