package vn.minhchung.audit.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.identifier.DocumentNumber;

/**
 * Document numbers an event names: what its decision rests on, the signed paper of a decision taken elsewhere, and every
 * text of the payload that is nothing but a number, with the date and the issuer that stand beside it.
 */
final class NumberMentions {
    /** Cheaper than asking the parser about every text. */
    private static final Pattern MAYBE = Pattern.compile("(?i)(?:số|so)?\\s*:?\\s*[0-9]{1,5}[a-zđ]?\\s*/.{1,60}");

    /** What a date beside a number is called when it is that of the document, the likeliest first. */
    private static final List<String> DATES = List.of(
            "date", "signedOn", "documentDate", "issuedOn", "decidedOn", "givenOn", "certifiedOn", "filedOn", "heldOn");

    private static final String ISSUER = "issuer";

    private final Set<Mention> found = new LinkedHashSet<>();

    private NumberMentions() {}

    /** @param place {@code basis}, {@code decidedBy}, or the names that lead there, without places in lists */
    record Mention(
            DocumentNumber number,
            @Nullable LocalDate dated,
            @Nullable String issuedBy,
            String place) {}

    /** @param decision null where the event is not the one that stands for its command */
    static Set<Mention> of(JsonNode payload, @Nullable Decision decision) {
        NumberMentions mentions = new NumberMentions();
        if (decision != null) {
            for (LegalBasis basis : decision.basis())
                mentions.add(basis.number(), basis.date(), basis.issuer(), "basis");
            Decider decider = decision.decidedBy();
            if (decider.document() != null) mentions.add(decider.document(), decider.signedOn(), null, "decidedBy");
        }
        mentions.collect(payload, payload, "");
        return mentions.found;
    }

    private void collect(JsonNode node, JsonNode beside, String path) {
        if (node.isString()) {
            JsonNode issuer = beside.path(ISSUER);
            add(node.stringValue(), date(beside), issuer.isString() ? issuer.stringValue() : null, path);
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), node, path.isEmpty() ? field.getKey() : path + "." + field.getKey()));
        } else {
            node.forEach(item -> collect(item, item.isObject() ? item : beside, path));
        }
    }

    private static @Nullable LocalDate date(JsonNode beside) {
        return DATES.stream()
                .flatMap(name -> date(beside.path(name).asString("")).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private void add(String text, @Nullable LocalDate dated, @Nullable String issuedBy, String place) {
        if (!MAYBE.matcher(text).matches()) return;
        try {
            found.add(new Mention(DocumentNumber.parse(text), dated, issuedBy, place));
        } catch (IllegalArgumentException _) {
            // a text with a slash in it that is no number of a document
        }
    }
}
