package vn.minhchung.explanation.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.InWords;
import vn.minhchung.audit.ValueThen;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.explanation.api.ObjectExplained.Step;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Shown;

/** The explanation of a value as sentences: what it is, the event that made it so, what was before, and what it waits for. */
@Component
final class ObjectSentence {
    private final Texts texts;
    private final InWords words;

    ObjectSentence(Texts texts, InWords words) {
        this.texts = texts;
        this.words = words;
    }

    String of(ObjectExplained explained, List<Shown<WaitingDue>> held, Viewer viewer, Locale language) {
        long position = explained.moment().position();
        String object = explained.object();
        String name = words.names(List.of(object), position, viewer).getOrDefault(object, object);
        String called = name.equals(object) ? words.kind(object, language) : name;
        String label =
                explained.description().isBlank() ? explained.field() : words.label(explained.description(), language);
        String value = value(explained.value(), viewer, language);
        String told = text("explain.object", language, Map.of("object", called, "field", label, "value", value));
        return Told.capital(told, language)
                + steps(explained, viewer, language)
                + held.stream().map(step -> waiting(step.view(), language)).collect(Collectors.joining());
    }

    private String steps(ObjectExplained explained, Viewer viewer, Locale language) {
        if (explained.steps().isEmpty()) return text("explain.object.unchanged", language, Map.of());
        Step last = explained.steps().getLast();
        String since = since(last, viewer, language);
        if (explained.steps().size() == 1 && last.before() == null) return since;
        return since
                + text(
                        "explain.object.before",
                        language,
                        Map.of(
                                "changes", Integer.toString(explained.steps().size()),
                                "before", value(last.before(), viewer, language)));
    }

    private String since(Step step, Viewer viewer, Locale language) {
        if (step.onDay() != null)
            return text("explain.object.day", language, Map.of("day", words.value(step.onDay(), language)));
        Shown<EventView> event = step.event();
        return event == null
                ? text("explain.object.hidden", language, Map.of())
                : text(
                        "explain.object.since",
                        language,
                        Map.of(
                                "at", words.value(event.view().recordedAt(), language),
                                "event", told(event, viewer, language)));
    }

    private String told(Shown<EventView> event, Viewer viewer, Locale language) {
        String sentence = words.sentences(List.of(event.view()), event.moment().position(), viewer, language)
                .getOrDefault(event.view().id(), event.view().name());
        return sentence.replaceFirst("\\.$", "");
    }

    private String waiting(WaitingDue step, Locale language) {
        String wayOut = Waiting.wayOut(texts, step, language).replaceFirst("\\.$", "");
        return step.dueOn() == null
                ? text("explain.object.waiting", language, Map.of("step", wayOut))
                : text(
                        "explain.object.waiting.due",
                        language,
                        Map.of("step", wayOut, "due", words.value(step.dueOn(), language)));
    }

    private String value(@Nullable ValueThen value, Viewer viewer, Locale language) {
        if (value == null) return words.value(null, language);
        if (value.answer() instanceof Answer.Named named)
            return words.names(List.of(named.id()), value.position(), viewer).getOrDefault(named.id(), named.id());
        String said = words.answer(value.answer(), language);
        return said == null ? words.value(null, language) : said;
    }

    private String text(String key, Locale language, Map<String, String> values) {
        return Told.text(texts, key, language, values);
    }
}
