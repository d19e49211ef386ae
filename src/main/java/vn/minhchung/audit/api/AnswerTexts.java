package vn.minhchung.audit.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.EnumLabel;

/** Values and names of fields as people read them; the names are the schema's descriptions. */
@Component
final class AnswerTexts {
    private static final String WITHIN = " › ";

    private final Wording wording;

    AnswerTexts(Wording wording) {
        this.wording = wording;
    }

    /** What a value is in words; null for what is only named or may not be read. */
    @Nullable
    String of(@Nullable Answer answer, Locale language) {
        return answer instanceof Answer.Plain plain ? plain(plain, language) : null;
    }

    private String plain(Answer.Plain plain, Locale language) {
        if (plain.described() != null && !plain.described().isBlank()) return EnumLabel.of(plain.described(), language);
        String text = plain.text();
        return switch (plain.type()) {
            case "Vnd" -> wording.of(new Vnd(Long.parseLong(text)), language);
            case "Date" -> wording.of(LocalDate.parse(text), language);
            case "PartialDate" -> wording.of(new PartialDate(text), language);
            case "DateTime" -> wording.of(OffsetDateTime.parse(text).toInstant(), language);
            case "Boolean" -> wording.of(Boolean.valueOf(text), language);
            default -> text;
        };
    }

    /** The names of the fields that lead to a value: {@code Kinh phí › vật tư › đã tạm ứng}. */
    String label(List<Differences.Step> path, Locale language) {
        return String.join(
                WITHIN, path.stream().map(step -> label(step, language)).toList());
    }

    private String label(Differences.Step step, Locale language) {
        if (step.name() == null) {
            String key = of(step.key(), language);
            return key == null ? Differences.keyText(step) : key;
        }
        return step.description().isBlank() ? step.name() : label(step.description(), language);
    }

    static String label(String description, Locale language) {
        return EnumLabel.of(firstSentence(description, language), language);
    }

    /** Descriptions say more than a name in further sentences and in brackets. */
    private static String firstSentence(String description, Locale language) {
        String[] lines = description.strip().split("\\R", -1);
        String line = Wording.english(language) ? lines[lines.length - 1] : lines[0];
        return line.strip().replaceFirst("(?:\\. .*| \\[.*)$", "");
    }
}
