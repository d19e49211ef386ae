package vn.minhchung.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.Vnd;

/** The scalars of the contract. All are texts in both directions: a JSON number is refused on input. */
final class Scalars {
    private static final Pattern VND = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX")
            .toFormatter(Locale.ROOT);

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                text("Vnd", Scalars::vnd, v -> Long.toString(((Vnd) v).amount())),
                text("Position", Scalars::position, v -> v.toString()),
                text(
                        "DateTime",
                        s -> OffsetDateTime.parse(s).toInstant(),
                        v -> INSTANT.format(((Instant) v).atZone(StoryClock.ZONE))),
                text("Date", LocalDate::parse, Object::toString),
                text("PartialDate", PartialDate::new, v -> ((PartialDate) v).value()),
                json());
    }

    private static Vnd vnd(String text) {
        if (!VND.matcher(text).matches()) throw new IllegalArgumentException(text);
        return new Vnd(Long.parseLong(text));
    }

    private static Long position(String text) {
        if (!POSITION.matcher(text).matches()) throw new IllegalArgumentException(text);
        return Long.valueOf(text);
    }

    private static GraphQLScalarType text(String name, Function<String, Object> read, Function<Object, String> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<Object, String>() {
                    @Override
                    public String serialize(Object value, GraphQLContext context, Locale locale) {
                        return write.apply(value);
                    }

                    @Override
                    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                        if (!(input instanceof String text)) {
                            throw unread(name, String.valueOf(input), null);
                        }
                        try {
                            return read.apply(text);
                        } catch (RuntimeException e) {
                            throw unread(name, text, e);
                        }
                    }

                    @Override
                    public Object parseLiteral(
                            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                        if (!(input instanceof StringValue text)) {
                            throw unreadLiteral(name, AstPrinter.printAstCompact(input), null);
                        }
                        try {
                            return read.apply(String.valueOf(text.getValue()));
                        } catch (RuntimeException e) {
                            throw unreadLiteral(name, String.valueOf(text.getValue()), e);
                        }
                    }

                    @Override
                    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
                        return StringValue.of(input instanceof String text ? text : write.apply(input));
                    }
                })
                .build();
    }

    private static CoercingParseValueException unread(String scalar, String value, @Nullable Throwable why) {
        return CoercingParseValueException.newCoercingParseValueException()
                .message("not a " + scalar)
                .extensions(MalformedDocuments.malformed(scalar, value))
                .cause(why)
                .build();
    }

    private static CoercingParseLiteralException unreadLiteral(String scalar, String value, @Nullable Throwable why) {
        return CoercingParseLiteralException.newCoercingParseLiteralException()
                .message("not a " + scalar)
                .extensions(MalformedDocuments.malformed(scalar, value))
                .cause(why)
                .build();
    }

    private static GraphQLScalarType json() {
        return GraphQLScalarType.newScalar()
                .name("JSON")
                .coercing(new Coercing<Object, Object>() {
                    @Override
                    public Object serialize(Object value, GraphQLContext context, Locale locale) {
                        return value;
                    }

                    @Override
                    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                        return input;
                    }

                    @Override
                    public @Nullable Object parseLiteral(
                            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                        return literal(input, variables);
                    }
                })
                .build();
    }

    private static @Nullable Object literal(Value<?> value, CoercedVariables variables) {
        return switch (value) {
            case NullValue _ -> null;
            case StringValue text -> text.getValue();
            case BooleanValue flag -> flag.isValue();
            case IntValue number -> number.getValue();
            case ArrayValue list ->
                list.getValues().stream().map(v -> literal(v, variables)).toList();
            case ObjectValue object -> {
                Map<String, Object> map = new LinkedHashMap<>();
                object.getObjectFields().forEach(f -> map.put(f.getName(), literal(f.getValue(), variables)));
                yield map;
            }
            case VariableReference reference -> variables.get(reference.getName());
            default -> throw new CoercingParseLiteralException("no JSON literal: " + value);
        };
    }
}
