package vn.minhchung.audit;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Answer;

/** A value as it was answered at a position: {@code FieldValue} of the schema. */
public record ValueThen(long position, Answer answer) {
    /** Null for no answer. */
    public static @Nullable ValueThen of(@Nullable Answer answer, long position) {
        return answer == null ? null : new ValueThen(position, answer);
    }

    /** As the API writes it; of another object its id. */
    public @Nullable String value() {
        return switch (answer) {
            case Answer.Plain plain -> plain.text();
            case Answer.Named named -> named.id();
            case Answer.Part _, Answer.Items _, Answer.Withheld _ -> null;
        };
    }

    public boolean withheld() {
        return answer instanceof Answer.Withheld;
    }
}
