package vn.minhchung.audit.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.InWords;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Viewer;

/** For modules that tell about the record: the words this one has for it. */
@Component
final class RecordInWords implements InWords {
    private final Wording wording;
    private final AnswerTexts answers;
    private final Names names;
    private final KindWords kinds;
    private final Sentences sentences;

    RecordInWords(Wording wording, AnswerTexts answers, Names names, KindWords kinds, Sentences sentences) {
        this.wording = wording;
        this.answers = answers;
        this.names = names;
        this.kinds = kinds;
        this.sentences = sentences;
    }

    @Override
    public String value(@Nullable Object value, Locale language) {
        return wording.of(value, language);
    }

    @Override
    public @Nullable String answer(Answer answer, Locale language) {
        return answers.of(answer, language);
    }

    @Override
    public String label(String description, Locale language) {
        return AnswerTexts.label(description, language);
    }

    @Override
    public Map<String, String> names(Collection<String> ids, long position, Viewer viewer) {
        List<Names.Key> keys = ids.stream()
                .distinct()
                .map(id -> new Names.Key(id, position, viewer))
                .toList();
        Map<String, String> found = new HashMap<>();
        names.load(keys).forEach((key, name) -> found.put(key.id(), name));
        return found;
    }

    @Override
    public String kind(String id, Locale language) {
        return kinds.kind(id, language);
    }

    @Override
    public Map<String, String> sentences(Collection<EventView> events, long position, Viewer viewer, Locale language) {
        List<Sentences.Key> keys = events.stream()
                .map(event -> new Sentences.Key(event, language.getLanguage(), position, viewer))
                .toList();
        Map<String, String> told = new HashMap<>();
        sentences.load(keys).forEach((key, sentence) -> told.put(key.event().id(), sentence));
        return told;
    }
}
