package vn.minhchung.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;

/**
 * One version of one rule, as data. All values are texts, so that its canonical form and its hash have one reading.
 *
 * @param family what it regulates, e.g. {@code advance.first}
 * @param version unique in the family, e.g. {@code ttlt-27-2015}
 * @param validFrom first day
 * @param validTo last day; null while open
 * @param trigger the fact whose date selects the version
 * @param evaluation how its worked examples, and the decisions that use it, are computed; null for pure parameters
 * @param parameters name with unit last ({@code …Vnd}, {@code …Bp}, {@code …Days}) → integer or text
 */
public record RuleVersion(
        String family,
        String version,
        Standing standing,
        Confidence confidence,
        LegalSource source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        TriggerKind trigger,
        @Nullable String evaluation,
        Map<String, String> parameters,
        List<Example> examples) {

    public RuleVersion {
        parameters = sorted(parameters);
        examples = List.copyOf(examples);
    }

    /** A worked example: it runs as a test through the evaluation that decisions use. */
    public record Example(Map<String, String> given, Map<String, String> expect) {
        public Example {
            given = sorted(given);
            expect = sorted(expect);
        }
    }

    /** One order of names, so that the same content is always the same bytes. */
    private static Map<String, String> sorted(Map<String, String> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public RuleRef ref() {
        return new RuleRef(family, version);
    }

    /** The same version with other values of parameters, which nobody put in force. */
    public RuleVersion supposing(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putAll(values);
        return new RuleVersion(
                family, version, standing, confidence, source, validFrom, validTo, trigger, evaluation, all, examples);
    }

    public boolean validOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    /** Law that was read in its text: it refuses whatever the director's switch says. */
    @JsonIgnore
    public boolean isSureLaw() {
        return standing == Standing.LAW && confidence == Confidence.SURE;
    }

    /** Sure law, and roles of which it is sure that nobody holds both: neither is the director's to switch. */
    @JsonIgnore
    public boolean refusesAlways() {
        return isSureLaw() || (confidence == Confidence.SURE && RolePairs.EVALUATION.equals(evaluation));
    }

    public boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** @throws IllegalArgumentException when the version has no such parameter, or it is not an integer */
    public long number(String parameter) {
        return Long.parseLong(text(parameter));
    }

    /** @throws IllegalArgumentException when the version has no such parameter */
    public String text(String parameter) {
        return Optional.ofNullable(parameters.get(parameter))
                .orElseThrow(() -> new IllegalArgumentException("%s has no parameter %s".formatted(ref(), parameter)));
    }

    public Vnd vnd(String parameter) {
        return Vnd.of(number(parameter));
    }

    public BasisPoints share(String parameter) {
        return new BasisPoints(Math.toIntExact(number(parameter)));
    }
}
