package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.minhchung.kernel.log.Bundles.*;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhchung.eventstore.archive.LogFiles;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.bundle.BundleHead;

/** Good and damaged bundles and log files, each shown to both verifiers; what they must say stands beside each. */
class VerifiersTest {
    private static final int SIZE = 300;
    private static final SyntheticLog LOG_A = SyntheticLog.of(SIZE, 20_260_101);

    @TempDir
    static Path folder;

    private static final List<Case> CASES = new ArrayList<>();
    private static final Map<Verifiers, List<Verifiers.Said>> SAID = new EnumMap<>(Verifiers.class);

    private record Case(String name, List<String> arguments, String expected) {}

    @BeforeAll
    static void every_file_is_written_and_shown() throws Exception {
        controls();
        wholeLogs();
        objects();
        sealedWrongly();
        anchors();
        contradictions();
        reportsAndDocuments();
        reportTexts();
        forms();
        logFiles();
        List<List<String>> calls = CASES.stream().map(Case::arguments).toList();
        for (Verifiers verifier : Verifiers.values())
            if (verifier.runs()) SAID.put(verifier, verifier.run(folder, calls));
    }

    @Test
    void the_java_verifier_names_place_and_kind() {
        assertSaid(Verifiers.JAVA);
    }

    @Test
    void the_javascript_verifier_names_place_and_kind() {
        assumeTrue(SAID.containsKey(Verifiers.NODE), "node is not installed: verify.html was not run");
        assertSaid(Verifiers.NODE);
    }

    @Test
    void both_say_the_same_words() {
        assumeTrue(SAID.containsKey(Verifiers.NODE), "node is not installed: verify.html was not run");
        List<String> different = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            String java = saidBy(Verifiers.JAVA).get(i).text();
            String node = saidBy(Verifiers.NODE).get(i).text();
            // each system has its own words for a file that is not there, and each program its own usage
            if (!java.equals(node) && !java.endsWith("kind=USAGE\n"))
                different.add(CASES.get(i).name() + "\n" + java + "\n" + node);
        }
        assertThat(different).isEmpty();
    }

    @Test
    void every_kind_of_damage_was_shown() {
        Set<String> shown = new LinkedHashSet<>();
        for (Case it : CASES) shown.add(it.expected().replaceFirst(".*kind=", ""));
        assertThat(shown)
                .contains(
                        "FORMAT",
                        "TRUNCATED",
                        "DIGEST",
                        "KEY",
                        "SIGNATURE",
                        "WITNESS",
                        "ENTRY",
                        "PAYLOAD",
                        "ENVELOPE",
                        "TIME",
                        "EVENT",
                        "DELETED",
                        "SWAPPED",
                        "INSERTED",
                        "REPLACED",
                        "UNSEALED",
                        "TAIL_CUT",
                        "PROOF",
                        "SEQUENCE",
                        "PARTS",
                        "DOCUMENT",
                        "REPORT",
                        "OLD_BACKUP",
                        "SPLIT_VIEW",
                        "REWRITTEN");
    }

    @Test
    void what_is_proven_is_told_with_how_many_events_a_stream_has() {
        String said = said("an object with all entries");
        long papers = bearing(LOG_A).stream()
                .filter(it -> it.stream().equals(SyntheticLog.PAPER))
                .count();
        long later = LOG_A.events.stream()
                        .filter(it -> it.stream().equals(SyntheticLog.PAPER))
                        .count()
                - papers;
        assertThat(said)
                .startsWith("Có 1/1 chữ ký chứng kiến")
                .contains("Luồng " + SyntheticLog.PAPER + ": sổ có đúng " + papers + " sự kiện")
                .contains("Stream " + SyntheticLog.PAPER + ": the log holds exactly " + papers + " events, all in the"
                        + " bundle (and " + later + " later ones): budgets.Moved ×")
                .containsPattern("sớm nhất lúc [0-9:]{8} [0-9]{2}/[0-9]{2}/[0-9]{4} \\(giờ Việt Nam\\)\\.")
                .contains("KHÔNG chứng minh được")
                .contains("NOT proven: that the person, not an administrator with a reset password, acted");
        assertThat(said("an object with single proofs")).contains("does not show that nothing was left out");
        String own = "does not claim that the object's own stream is whole";
        assertThat(said).doesNotContain(own);
        assertThat(said("no stream is claimed")).contains(own);
    }

    @Test
    void what_a_bundle_is_of_is_its_own_claim_unless_that_stream_is_whole() {
        assertThat(said("an object with all entries"))
                .contains("\nGói bằng chứng về " + SyntheticLog.PROJECT + " tính đến")
                .contains("\nA bundle of " + SyntheticLog.PROJECT + " up to");
        assertThat(said("the whole log"))
                .contains("\nGói bằng chứng về toàn bộ sổ tính đến")
                .contains("\nA bundle of the whole log up to");
        for (String name : List.of("no stream is claimed", "an object with single proofs"))
            assertThat(said(name))
                    .contains("\nGói bằng chứng nói là về " + SyntheticLog.PROJECT + " tính đến")
                    .contains("\nA bundle that says it is of " + SyntheticLog.PROJECT + " up to");
        for (String name : List.of("of another object", "of another object, its stream claimed"))
            assertThat(said(name))
                    .contains("\nGói bằng chứng nói là về rule:audit.four-eye0 tính đến")
                    .contains("\nA bundle that says it is of rule:audit.four-eye0 up to");
        assertThat(said("of another object, its stream claimed"))
                .contains("Stream rule:audit.four-eye0: the log holds exactly 0 events");
    }

    @Test
    void a_key_is_called_vouched_for_only_when_it_is_and_the_way_out_is_told() {
        String log = LOG.verifier().text() + ", fingerprint ";
        String next = NEXT.verifier().text() + ", fingerprint ";
        String unknown = said("exported before a rotation");
        assertThat(unknown)
                .contains("HỎNG [KEY]: điểm kiểm tra không do khoá được tin cậy ký; nếu sổ đã đổi khoá, hãy đưa thêm"
                        + " bản ghi đổi khoá (--rotation).")
                .contains("if the log's key was rotated, give the rotation too (--rotation).")
                .contains("(chưa được khoá đưa vào xác nhận).")
                .containsPattern(Pattern.quote(log) + "[0-9a-f:]{47} \\(not vouched for by the key given\\)\\.")
                .doesNotContain("do khoá được đưa vào xác nhận");
        assertThat(said("exported before a rotation that is given"))
                .contains("(do khoá được đưa vào xác nhận).")
                .containsPattern(Pattern.quote(log) + "[0-9a-f:]{47} \\(vouched for by the key given\\)\\.")
                .containsPattern(Pattern.quote(next) + "[0-9a-f:]{47} \\(given\\)\\.");
        assertThat(said("a kept checkpoint of the next key, none known"))
                .containsPattern(Pattern.quote(log) + "[0-9a-f:]{47} \\(taken from the bundle: compare")
                .containsPattern(Pattern.quote(next) + "[0-9a-f:]{47} \\(taken from a rotation: compare");
        for (String known : List.of("the next", "the stolen one"))
            assertThat(said("a stolen key names another successor, known " + known))
                    .contains("trái với bản khác: khoá cũ của sổ có thể đã bị lộ.")
                    .doesNotContain("do khoá được đưa vào xác nhận");
    }

    @Test
    void a_rotation_that_is_none_is_refused_in_clear_words() {
        for (Verifiers verifier : SAID.keySet()) {
            for (int i = 0; i < CASES.size(); i++) {
                String name = CASES.get(i).name();
                String said = saidBy(verifier).get(i).text();
                if (name.startsWith("a rotation signed by one key only")
                        || name.equals("a rotation with a bad signature"))
                    assertThat(said)
                            .startsWith("bản ghi đổi khoá không được nhận: không có chữ ký đúng của cả hai khoá"
                                    + " / a rotation is refused that not both keys validly signed: ");
                if (name.equals("no rotation"))
                    assertThat(said).startsWith("không phải bản ghi đổi khoá / no rotation of a key: ");
            }
        }
    }

    @Test
    void without_enough_cosignatures_the_first_line_says_so() {
        assertThat(said("no witness is known").lines().findFirst().orElseThrow())
                .isEqualTo(
                        "CHƯA ĐỦ CHỮ KÝ CHỨNG KIẾN (0/1): người quản trị hệ thống vẫn có thể đã viết lại toàn bộ sổ.");
        assertThat(said("in English").lines().findFirst().orElseThrow())
                .isEqualTo(
                        "NOT ENOUGH COSIGNATURES (0 of 1): an administrator could still have rewritten the whole log.");
        assertThat(said("no key is known"))
                .contains("compare its fingerprint with another source")
                .contains(LOG.verifier().text());
    }

    @Test
    void the_status_tells_what_the_last_line_does() throws Exception {
        for (Verifiers verifier : SAID.keySet()) {
            assertThat(verifier.output(byName("the whole log").arguments()).status())
                    .isZero();
            assertThat(verifier.output(byName("TRUNCATED at 1000").arguments()).status())
                    .isOne();
            assertThat(verifier.output(byName("another version").arguments()).status())
                    .isEqualTo(2);
            assertThat(verifier.output(List.of()).status()).isEqualTo(2);
            assertThat(verifier.output(List.of("--key", "x", "y")).text())
                    .endsWith("RESULT UNPROVEN position=- kind=USAGE\n");
        }
    }

    private static List<Verifiers.Said> saidBy(Verifiers verifier) {
        return Objects.requireNonNull(SAID.get(verifier), () -> verifier + " was not run");
    }

    private static Case byName(String name) {
        return CASES.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static String said(String name) {
        return saidBy(Verifiers.JAVA).get(CASES.indexOf(byName(name))).text();
    }

    private static void assertSaid(Verifiers verifier) {
        List<Verifiers.Said> said = saidBy(verifier);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            String result = said.get(i).result();
            if (!result.equals("RESULT " + CASES.get(i).expected()))
                wrong.add(CASES.get(i).name() + ": " + result + ", not "
                        + CASES.get(i).expected());
        }
        assertThat(CASES).hasSizeGreaterThan(500);
        assertThat(wrong).isEmpty();
    }

    // ------------------------------------------------------------------------------------------------- what is shown

    private static final List<String> TRUSTED = List.of(
            "--key", LOG.verifier().text(), "--witness", WITNESS.verifier().text());
    private static final String OK = "OK position=- kind=-";

    private static String damage(String kind, long at) {
        return "DAMAGE position=" + (at == 0 ? "-" : at) + " kind=" + kind;
    }

    private static void show(String name, BundleLines lines, String expected, String... further) {
        show(name, lines.bytes(), TRUSTED, expected, further);
    }

    private static void show(String name, byte[] file, List<String> options, String expected, String... further) {
        List<String> arguments = new ArrayList<>(options);
        int documents = Arrays.asList(further).indexOf("documents");
        arguments.addAll(Arrays.asList(further).subList(0, documents < 0 ? further.length : documents));
        arguments.add(write(file));
        if (documents >= 0) arguments.addAll(Arrays.asList(further).subList(documents + 1, further.length));
        CASES.add(new Case(name, arguments, expected));
    }

    private static String write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("file-" + files++), bytes).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int files;

    private static String given(SignedNote note) {
        return write(note.encoded().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(byte[] bytes) throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** First, last, around the edge of a tile, and two at random. */
    private static List<Integer> positions() {
        Random random = new Random(7);
        return List.of(1, 255, 256, 257, SIZE, 2 + random.nextInt(250), 2 + random.nextInt(250));
    }

    private static void controls() throws Exception {
        show("the whole log", whole(LOG_A), OK);
        show("packed", zipped(whole(LOG_A).bytes()), TRUSTED, OK);
        show("an object with all entries", object(LOG_A, true), OK);
        show("an object with single proofs", object(LOG_A, false), OK);
        BundleLines none = object(LOG_A, true);
        none.head(it -> it.replaceFirst("\"streams\":\\[[^]]*]", "\"streams\":[]"));
        show("no stream is claimed", none, OK);
        String other = "rule:audit.four-eye0";
        BundleLines renamed = object(LOG_A, true, "<p>Không có số tiền</p>\n", sealed(LOG_A));
        renamed.head(it -> it.replace("\"of\":\"" + SyntheticLog.PROJECT, "\"of\":\"" + other));
        show("of another object", renamed, OK);
        BundleLines claimed = renamed.copy();
        claimed.head(it -> it.replace("\"streams\":[", "\"streams\":[\"" + other + "\","));
        show("of another object, its stream claimed", claimed, OK);
        show("no witness is known", object(LOG_A, false).bytes(), List.of(), OK);
        show("in English", object(LOG_A, true).bytes(), List.of("--lang", "en"), OK);
        show("no key is known", whole(LOG_A).bytes(), List.of("--lang", "en"), OK);
        for (int size : new int[] {1, 2, 3, 255, 256, 257, 512, 513, 600}) {
            SyntheticLog log = SyntheticLog.of(size, size);
            show("the whole log of " + size, whole(log), OK);
            show("an object of " + size, object(log, false), OK);
        }
    }

    private static void wholeLogs() {
        BundleLines good = whole(LOG_A);
        for (int p : positions()) {
            for (Damages.Damage it : Damages.altered(good, LOG_A, p)) show(it);
            for (Damages.Damage it : Damages.placed(good, LOG_A, p)) show(it);
            for (Damages.Damage it : Damages.cut(good, LOG_A, p)) show(it);
            show(Damages.recordedTime(good, LOG_A.at(p)));
        }
        for (int count : new int[] {1, 2}) {
            BundleLines unsealed = good.copy();
            for (int i = 1; i <= count; i++)
                unsealed.lines.add(unsealed.first("{\"end\":"), BundleLines.told(LOG_A.foreign(SIZE + i)));
            show(count + " appended", unsealed, damage("UNSEALED", SIZE + 1));
        }
        BundleLines longer = good.copy();
        longer.head(it -> it.replace(",\"size\":300", ",\"size\":301"));
        show("the head says more", longer, damage("UNSEALED", SIZE + 1));
    }

    private static void show(Damages.Damage it) {
        show(it.name() + " at " + it.at(), it.lines(), damage(it.kind(), it.at()));
    }

    private static void objects() {
        for (boolean complete : new boolean[] {true, false}) {
            BundleLines good = object(LOG_A, complete);
            List<StoredEvent> all = bearing(LOG_A);
            for (int i : new int[] {0, 1, all.size() / 2, all.size() - 2, all.size() - 1}) {
                StoredEvent event = all.get(i);
                boolean listed = STREAMS.contains(event.stream());
                for (Damages.Damage it : Damages.altered(good, LOG_A, event.position())) {
                    // nothing says that a place of another stream must be filled
                    boolean added = complete && !listed && it.kind().equals("REPLACED");
                    show(added ? new Damages.Damage(it.name(), it.lines(), it.at(), "INSERTED") : it);
                }
                BundleLines deleted = good.copy();
                deleted.lines.remove(deleted.event(event.position()));
                boolean named = Bundles.names(event);
                show(
                        "one event less " + event.position(),
                        deleted,
                        damage(
                                complete && listed ? "DELETED" : named ? "DOCUMENT" : "DELETED",
                                (complete && listed) || named ? event.position() : 0));
                if (complete) {
                    show(Damages.recordedTime(good, event));
                    continue;
                }
                BundleLines proof = good.copy();
                proof.edit(
                        proof.event(event.position()),
                        line -> line.replaceFirst(
                                "(\"proof\":\\[\")(.)", line.contains("\"proof\":[\"A") ? "$1B" : "$1A"));
                show("proof of " + event.position(), proof, damage("PROOF", event.position()));
                BundleLines entry = good.copy();
                entry.edit(entry.event(event.position()), line -> line.replaceFirst("(\"entry\":\"AAtt)a", "$1b"));
                show("entry of " + event.position(), entry, damage("ENTRY", event.position()));
                BundleLines unsealed = good.copy();
                unsealed.tell(unsealed.event(event.position()), moved(event, 1_000 + event.position()));
                show("beyond the end " + event.position(), unsealed, damage("UNSEALED", 1_000 + event.position()));
            }
            StoredEvent early = all.stream()
                    .filter(it -> STREAMS.contains(it.stream()))
                    .findFirst()
                    .orElseThrow();
            long first = early.position();
            BundleLines swapped = good.copy();
            String line = swapped.lines.remove(swapped.event(first));
            swapped.lines.add(swapped.event(all.get(all.indexOf(early) + 1).position()) + 1, line);
            show("lines swapped", swapped, damage("SWAPPED", first));
        }
        // an entry that no event of the bundle belongs to: known up to the next checkpoint
        BundleLines hidden = object(LOG_A, true);
        long other = LOG_A.events.stream()
                .filter(it -> !bearing(LOG_A).contains(it) && it.position() > SIZE / 2)
                .findFirst()
                .orElseThrow()
                .position();
        hidden.entry(other, bytes -> flipped(bytes, bytes.length - 1));
        show("entry of an event that is not here", hidden, damage("ENTRY", SIZE / 2 + 1));
        BundleLines inHalf = object(LOG_A, true);
        inHalf.entry(other - SIZE / 2, bytes -> flipped(bytes, bytes.length - 1));
        long place = other - SIZE / 2;
        boolean here = bearing(LOG_A).stream().anyMatch(it -> it.position() == place);
        show("entry in the first half", inHalf, damage("ENTRY", here ? place : 1));
    }

    /** Logs that are sealed as they are, and are not right. */
    private static void sealedWrongly() {
        for (int p : positions()) {
            StoredEvent e = LOG_A.at(p);
            String envelope = new String(e.envelope(), StandardCharsets.UTF_8);
            byte[] ninth = envelope.replaceFirst("(.*)\"part\":\"[1-3]/[1-3]\"", "$1\"part\":\"4/9\"")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] none = envelope.replaceFirst("(.*)\"part\":\"[1-3]/[1-3]\"", "$1\"part\":\"2/1\"")
                    .getBytes(StandardCharsets.UTF_8);
            show("part 4/9 at " + p, whole(LOG_A.with(saying(e, e.payload(), ninth))), damage("PARTS", p));
            show("part 2/1 at " + p, whole(LOG_A.with(saying(e, e.payload(), none))), damage("PARTS", p));
            SyntheticLog jumps = LOG_A.with(Bundles.of(e, e.stream(), e.sequence() + 1_000));
            show("sequence at " + p, whole(jumps), damage("SEQUENCE", p));
            for (Map.Entry<String, String> payload : Map.of(
                            "{\"postings\":[{\"account\":\"A\",\"year\":1,\"source\":\"S\",\"amount\":5}]}", "REPORT",
                            "{\"postings\":[{\"account\":\"A\",\"year\":1,\"source\":\"S\",\"amount\":0.5}]}", "FORMAT",
                            "{\"a\":{\"postings\":7},\"post\\u0069ngs\":[{\"account\":\"A\",\"year\":1,\"source\":\"S\",\"amount\":5}]}",
                                    "REPORT",
                            "{\"postings\":[],\"postings\":[]}", "FORMAT",
                            "{\"postings\":[]", "FORMAT",
                            "{\"postings\":[{\"account\":\"A\",\"year\":1,\"amount\":0}]}", "FORMAT")
                    .entrySet()) {
                SyntheticLog log =
                        LOG_A.with(saying(e, payload.getKey().getBytes(StandardCharsets.UTF_8), e.envelope()));
                show(payload.getKey() + " at " + p, whole(log), damage(payload.getValue(), p));
            }
        }
        byte[] fine = "{\"a\":{\"postings\":7},\"b\":[1,2.5e-3,\"\\ud83d\\ude00\\n\"], \"postings\" : null2}"
                .replace("null2", "[]")
                .getBytes(StandardCharsets.UTF_8);
        SyntheticLog log = LOG_A.with(saying(LOG_A.at(9), fine, LOG_A.at(9).envelope()));
        show("no posting at all", whole(log), OK);
        escapes();
    }

    /** JSON has more than one spelling of a text; long ones do not fit the buffers that readers begin with. */
    private static void escapes() {
        StoredEvent e = LOG_A.at(9);
        for (int length : new int[] {4_000, 4_096, 70_000, 3_000_000}) {
            byte[] text = ("{\"text\":\"" + "đ\\n😀 ".repeat(length / 10) + "\"}").getBytes(StandardCharsets.UTF_8);
            show("a payload of " + text.length, whole(LOG_A.with(saying(e, text, e.envelope()))), OK);
        }
        byte[] unbalanced = "{\"postings\":[{\"account\":\"A\",\"year\":1,\"source\":\"😀\",\"amount\":5}]}"
                .getBytes(StandardCharsets.UTF_8);
        BundleLines hidden = whole(LOG_A.with(saying(e, unbalanced, e.envelope())));
        StringBuilder spelled = new StringBuilder();
        for (char c : new String(unbalanced, StandardCharsets.UTF_8).toCharArray())
            spelled.append("\\u%04X".formatted((int) c));
        hidden.edit(hidden.event(9), line -> {
            int from = line.indexOf("\"payload\":\"") + 11;
            return line.substring(0, from) + spelled + line.substring(line.indexOf("\",\"envelope\":"));
        });
        show("postings spelled in escapes", hidden, damage("REPORT", 9));
        BundleLines lone = hidden.copy();
        lone.edit(lone.event(9), line -> line.replace("\\uDE00", ""));
        show("half a character", lone, damage("FORMAT", 9));
    }

    private static void anchors() {
        List<SignedNote> good = sealed(LOG_A);
        SignedNote byStranger = Bundles.checkpoint(LOG_A, SIZE, STRANGER, WITNESS);
        show("signed by another key", whole(LOG_A, List.of(byStranger)), damage("KEY", 0));
        show(
                "the bundle's key is another",
                whole(LOG_A).bytes(),
                List.of("--key", STRANGER.verifier().text()),
                damage("KEY", 0));
        SignedNote twisted = new SignedNote(
                good.getFirst().text(),
                List.of(new NoteSignature(
                        LOG.verifier().name(),
                        LOG.verifier().keyId(),
                        LOG.sign("else\n").signature())));
        show("signature of another text", whole(LOG_A, List.of(twisted)), damage("SIGNATURE", 0));
        Checkpoint main = Checkpoint.parse(good.getFirst().text());
        NoteSignature cosignature = WITNESS.cosign(main, 1_800_000_000);
        for (int bit : new int[] {7, 8, 40, 71}) {
            SignedNote bad = main.signedBy(LOG)
                    .with(new NoteSignature(
                            cosignature.name(), cosignature.keyId(), flipped(cosignature.signature(), bit)));
            show("cosignature, byte " + bit, whole(LOG_A, List.of(bad)), damage("WITNESS", 0));
        }
        for (int i = 0; i < 64; i += 9) {
            NoteSignature signature = LOG.sign(main.text());
            SignedNote bad = new SignedNote(
                    main.text(),
                    List.of(new NoteSignature(signature.name(), signature.keyId(), flipped(signature.signature(), i))));
            show("signature, byte " + i, whole(LOG_A, List.of(bad)), damage("SIGNATURE", 0));
        }
        show("two are demanded", whole(LOG_A).bytes(), TRUSTED, "UNPROVEN position=- kind=WITNESS", "--need", "2");
        show(
                "two are demanded and there",
                whole(LOG_A, List.of(Bundles.checkpoint(LOG_A, SIZE, LOG, WITNESS, WITNESS2)))
                        .bytes(),
                TRUSTED,
                OK,
                "--witness",
                WITNESS2.verifier().text(),
                "--need",
                "2");
        show(
                "a cosignature that came later is given beside",
                whole(LOG_A, List.of(Bundles.checkpoint(LOG_A, SIZE, LOG))).bytes(),
                TRUSTED,
                OK,
                "--need",
                "1",
                "--checkpoint",
                given(good.getFirst()));
        rotations();
        rotationsHandedIn();
        rotationsRefused();
    }

    private static void rotations() {
        SignedNote rotation = KeyRotation.signed(LOG, NEXT, 200);
        SignedNote before = Bundles.checkpoint(LOG_A, 200, LOG, WITNESS);
        SignedNote after = Bundles.checkpoint(LOG_A, SIZE, NEXT, WITNESS);
        BundleLines rotated = rotated(rotation, after, before);
        for (SigningKey key : List.of(LOG, NEXT))
            show(
                    "rotated, known " + key.verifier().text(),
                    rotated.bytes(),
                    List.of("--key", key.verifier().text()),
                    OK);
        show("rotated, none known", rotated.bytes(), List.of(), OK);
        show("the old key signs on", rotated(rotation, Bundles.checkpoint(LOG_A, SIZE, LOG), before), damage("KEY", 0));
        show(
                "the new key signs before",
                rotated(rotation, after, Bundles.checkpoint(LOG_A, 150, NEXT)),
                damage("KEY", 0));
        String text = rotation.text();
        show(
                "signed by the new key only",
                rotated(new SignedNote(text, List.of(NEXT.sign(text))), after, before),
                damage("KEY", 0));
        show("signed by a stranger", rotated(KeyRotation.signed(STRANGER, NEXT, 200), after, before), damage("KEY", 0));
        NoteSignature good = LOG.sign(text);
        SignedNote bad = new SignedNote(
                text,
                List.of(new NoteSignature(good.name(), good.keyId(), flipped(good.signature(), 5)), NEXT.sign(text)));
        show("rotation's signature", rotated(bad, after, before), damage("SIGNATURE", 0));
        BundleLines unexplained = rotated.copy();
        unexplained.lines.remove(unexplained.first("{\"rotation\":"));
        show("two keys and no rotation", unexplained, damage("FORMAT", 0));
    }

    private static List<String> trusting(SigningKey key) {
        return List.of("--key", key.verifier().text());
    }

    /** A bundle made before a rotation does not carry it. */
    private static void rotationsHandedIn() {
        byte[] old = whole(LOG_A).bytes();
        byte[] single = object(LOG_A, false).bytes();
        SignedNote rotation = KeyRotation.signed(LOG, NEXT, SIZE);
        String note = given(rotation);
        String more = given(KeyRotation.signed(NEXT, THIRD, SIZE + 50));
        show("exported before a rotation", old, trusting(NEXT), damage("KEY", 0));
        show("exported before a rotation that is given", old, trusting(NEXT), OK, "--rotation", note);
        show("single proofs before a rotation that is given", single, trusting(NEXT), OK, "--rotation", note);
        String[] two = {"--rotation", more, "--rotation", note};
        show("two rotations are given, the later one first", old, trusting(THIRD), OK, two);
        show("one of two rotations is missing", old, trusting(THIRD), damage("KEY", 0), "--rotation", more);

        String[] today = {"--checkpoint", given(Bundles.checkpoint(LOG_A, SIZE, NEXT, WITNESS))};
        String[] both = {"--rotation", note, today[0], today[1]};
        show("a kept checkpoint of the next key", old, TRUSTED, damage("KEY", 0), today);
        show("a kept checkpoint of the next key, its rotation given", old, TRUSTED, OK, both);
        show("a kept checkpoint of the next key, single proofs", single, TRUSTED, OK, both);
        show("a kept checkpoint of the next key, none known", old, List.of(), OK, both);
        SyntheticLog longer = SyntheticLog.of(SIZE + 100, 20_260_101);
        show(
                "an older bundle than a checkpoint of the next key",
                old,
                TRUSTED,
                damage("OLD_BACKUP", SIZE + 1),
                "--rotation",
                note,
                "--checkpoint",
                given(Bundles.checkpoint(longer, SIZE + 100, NEXT, WITNESS)));

        SignedNote first = KeyRotation.signed(LOG, NEXT, 200);
        SignedNote after = Bundles.checkpoint(LOG_A, SIZE, NEXT, WITNESS);
        byte[] rotated = rotated(first, after).bytes();
        show("a rotation after the bundle's own", rotated, trusting(THIRD), OK, "--rotation", more);
        show("the bundle's own rotation", rotated, trusting(LOG), OK, "--rotation", given(first));
        byte[] next = rotated(List.of(NEXT), List.of(), after).bytes();
        show("the old key is known", next, trusting(LOG), OK, "--rotation", given(first));

        List<String> log = LogFiles.lines(LOG_A.events, 5);
        String[] sealed = {"--checkpoint", given(sealed(LOG_A).getFirst())};
        show("a log file's checkpoint of the old key", text(log), trusting(NEXT), damage("KEY", 0), sealed);
        show(
                "a log file's checkpoint of the old key, the rotation given",
                text(log),
                trusting(NEXT),
                OK,
                sealed[0],
                sealed[1],
                "--rotation",
                note);
    }

    /** What may not extend trust: above all what somebody can sign who stole the old key, which a rotation is for. */
    private static void rotationsRefused() {
        byte[] old = whole(LOG_A).bytes();
        SignedNote rotation = KeyRotation.signed(LOG, NEXT, SIZE);
        String text = rotation.text();
        NoteSignature good = LOG.sign(text);
        NoteSignature bad = new NoteSignature(good.name(), good.keyId(), flipped(good.signature(), 5));
        String usage = "UNPROVEN position=- kind=USAGE";
        for (NoteSignature one : List.of(NEXT.sign(text), good))
            show(
                    "a rotation signed by one key only, " + HexFormat.of().toHexDigits(one.keyId()),
                    old,
                    trusting(NEXT),
                    usage,
                    "--rotation",
                    given(new SignedNote(text, List.of(one))));
        show(
                "a rotation with a bad signature",
                old,
                trusting(NEXT),
                usage,
                "--rotation",
                given(new SignedNote(text, List.of(bad, NEXT.sign(text)))));
        show(
                "no rotation",
                old,
                trusting(LOG),
                usage,
                "--rotation",
                given(sealed(LOG_A).getFirst()));
        show(
                "a rotation of other keys",
                old,
                trusting(NEXT),
                damage("KEY", 0),
                "--rotation",
                given(KeyRotation.signed(STRANGER, NEXT, SIZE)));

        String early = given(KeyRotation.signed(LOG, NEXT, 200));
        show("signed by the old key after its rotation", old, trusting(NEXT), damage("KEY", 0), "--rotation", early);
        show("so far the old key alone is known", old, trusting(LOG), damage("KEY", 0), "--rotation", early);
        SignedNote byStranger = Bundles.checkpoint(LOG_A, SIZE, STRANGER, WITNESS);
        byte[] forked = rotated(List.of(LOG, STRANGER), List.of(KeyRotation.signed(LOG, STRANGER, 200)), byStranger)
                .bytes();
        for (SigningKey known : List.of(NEXT, LOG))
            show(
                    "a stolen key names another successor, known " + (known == NEXT ? "the next" : "the stolen one"),
                    forked,
                    trusting(known),
                    damage("KEY", 0),
                    "--rotation",
                    early);
        show(
                "a stolen key names a predecessor",
                rotated(List.of(STRANGER, LOG), List.of(KeyRotation.signed(STRANGER, LOG, SIZE)), byStranger)
                        .bytes(),
                trusting(NEXT),
                damage("KEY", 0),
                "--rotation",
                early);
        show(
                "one rotation of two sizes",
                old,
                trusting(NEXT),
                damage("KEY", 0),
                "--rotation",
                early,
                "--rotation",
                given(rotation));
    }

    private static BundleLines rotated(SignedNote rotation, SignedNote... checkpoints) {
        return rotated(List.of(LOG, NEXT), List.of(rotation), checkpoints);
    }

    private static BundleLines rotated(List<SigningKey> keys, List<SignedNote> rotations, SignedNote... checkpoints) {
        return BundleLines.of(BundleHead.wholeLog(SIZE, 0), writer -> {
            for (SigningKey key : keys) writer.key(key.verifier());
            for (SignedNote rotation : rotations) writer.rotation(rotation);
            for (SignedNote checkpoint : checkpoints) writer.checkpoint(checkpoint);
            for (int from = 0; from < SIZE; from += Tile.WIDTH) {
                int end = Math.min(SIZE, from + Tile.WIDTH);
                writer.entries(LOG_A.entries.subList(from, end));
                for (StoredEvent event : LOG_A.events.subList(from, end)) writer.event(event);
            }
        });
    }

    private static void contradictions() {
        for (int n : new int[] {0, 1, 255, 256, 257, 299}) {
            SyntheticLog other = LOG_A.rewrittenAfter(n, 99);
            BundleLines rewritten = whole(other, List.of(Bundles.checkpoint(other, SIZE, LOG)));
            String kept = given(Bundles.checkpoint(LOG_A, SIZE, LOG, WITNESS));
            List<String> agreeing =
                    n == 0 ? List.of() : List.of("--checkpoint", given(Bundles.checkpoint(LOG_A, n, LOG)));
            show(
                    "rewritten after " + n,
                    rewritten.bytes(),
                    TRUSTED,
                    damage("REWRITTEN", n + 1),
                    with(agreeing, "--checkpoint", kept));
            show("rewritten after " + n + ", nobody asks", rewritten.bytes(), TRUSTED, OK);
            BundleLines shown = whole(other, List.of(Bundles.checkpoint(other, SIZE, LOG, WITNESS)));
            show(
                    "two views, other from " + n,
                    shown.bytes(),
                    TRUSTED,
                    damage("SPLIT_VIEW", n + 1),
                    with(
                            agreeing,
                            "--witness",
                            WITNESS2.verifier().text(),
                            "--checkpoint",
                            given(Bundles.checkpoint(LOG_A, SIZE, LOG, WITNESS2))));
            show(
                    "two views without entries, other from " + n,
                    object(other, false, report(other), List.of(Bundles.checkpoint(other, SIZE, LOG, WITNESS)))
                            .bytes(),
                    TRUSTED,
                    damage("SPLIT_VIEW", 0),
                    "--checkpoint",
                    kept);
        }
        SyntheticLog longer = SyntheticLog.of(SIZE + 100, 20_260_101);
        String later = given(Bundles.checkpoint(longer, SIZE + 100, LOG, WITNESS));
        show("an old backup", whole(LOG_A).bytes(), TRUSTED, damage("OLD_BACKUP", SIZE + 1), "--checkpoint", later);
        show(
                "an old backup, single proofs",
                object(LOG_A, false).bytes(),
                TRUSTED,
                damage("OLD_BACKUP", SIZE + 1),
                "--checkpoint",
                later);
        String between = given(Bundles.checkpoint(LOG_A, 100, LOG, WITNESS));
        show("an older checkpoint agrees", whole(LOG_A).bytes(), TRUSTED, OK, "--checkpoint", between);
        show(
                "an older checkpoint without a proof",
                object(LOG_A, false).bytes(),
                TRUSTED,
                "UNPROVEN position=- kind=PROOF",
                "--checkpoint",
                between);
        show(
                "an older checkpoint with a proof",
                object(LOG_A, false).bytes(),
                TRUSTED,
                OK,
                "--checkpoint",
                given(Bundles.checkpoint(LOG_A, SIZE / 2, LOG, WITNESS)));
        BundleLines proof = object(LOG_A, false);
        proof.edit(
                proof.first("{\"consistency\":"),
                line -> line.replaceFirst("(\"proof\":\\[\")(.)", line.contains("\"proof\":[\"A") ? "$1B" : "$1A"));
        show("a consistency proof", proof, damage("PROOF", 0));
    }

    private static String[] with(List<String> some, String... others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    private static void reportsAndDocuments() throws Exception {
        for (boolean complete : new boolean[] {true, false}) {
            BundleLines good = object(LOG_A, complete);
            for (int nth = 0; nth < 4; nth++) {
                BundleLines wrong = good.copy();
                int line = nthFigure(wrong, nth);
                wrong.edit(line, it -> it.replaceFirst("value=\"(-?)\\d+\">.*<", "value=\"$11\">$11<"));
                show("figure " + nth, wrong, damage("REPORT", 0));
                BundleLines text = good.copy();
                text.edit(nthFigure(text, nth), it -> it.replaceFirst(">(-?)[0-9]", ">$17777"));
                show("the text of figure " + nth, text, damage("REPORT", 0));
            }
            BundleLines hidden = good.copy();
            hidden.edit(nthFigure(hidden, 0), it -> "<b>" + it + "</b>");
            show("a figure not on its own line", hidden, damage("FORMAT", 0));
            BundleLines elsewhere = good.copy();
            elsewhere.edit(elsewhere.first("{\"document\":"), it -> it.replaceFirst("\"position\":", "\"position\":1"));
            long first = bearing(LOG_A).stream()
                    .filter(Bundles::names)
                    .findFirst()
                    .orElseThrow()
                    .position();
            show("a document of another event", elsewhere, damage("DOCUMENT", Long.parseLong("1" + first)));
            BundleLines other = good.copy();
            other.edit(
                    other.first("{\"document\":"),
                    it -> it.replaceFirst(
                            "\"sha256\":\"..", it.contains("\"sha256\":\"00") ? "\"sha256\":\"11" : "\"sha256\":\"00"));
            show("a document no event names", other, damage("DOCUMENT", first));
            show("the document itself", good.bytes(), TRUSTED, OK, "documents", write(SyntheticLog.DOCUMENT));
            show(
                    "another document",
                    good.bytes(),
                    TRUSTED,
                    damage("DOCUMENT", 0),
                    "documents",
                    write(SyntheticLog.DOCUMENT),
                    write(flipped(SyntheticLog.DOCUMENT, 0)));
            BundleLines fewer = good.copy();
            fewer.lines.remove(fewer.first("{\"document\":"));
            show("a document less", fewer, damage("DOCUMENT", 0));
        }
    }

    /** What a report says beside its figures. */
    private static void reportTexts() {
        BundleLines good = object(LOG_A, true);
        int data = good.first("{\"format\":");
        for (int line = 0; line < data - 1; line++) {
            if (good.lines.get(line).startsWith("<data ")) continue;
            BundleLines altered = good.copy();
            altered.edit(line, it -> it + " ");
            unreported("line " + line + " of the page", altered);
            BundleLines more = good.copy();
            more.lines.add(line, "<p>Đã thu hồi 5.000.000 đồng</p>");
            unreported("a line more before line " + line, more);
        }
        BundleLines without = good.copy();
        without.lines.remove(without.first("<h1>"));
        unreported("a line less", without);
        BundleLines unstated = good.copy();
        unstated.head(it -> it.replaceFirst("\"report\":\"[0-9a-f]*\"", "\"report\":null"));
        unreported("no hash stated", unstated);
        BundleLines upper = good.copy();
        upper.head(it -> it.replace(upper.reportHash(), upper.reportHash().toUpperCase(java.util.Locale.ROOT)));
        unreported("a hash in capitals", upper);
        BundleLines taken = good.copy();
        taken.lines.subList(0, data).clear();
        taken.lines.subList(taken.lines.size() - 3, taken.lines.size()).clear();
        unreported("the report taken away", taken);
        BundleLines put = whole(LOG_A);
        put.lines.addAll(0, good.lines.subList(0, data));
        put.lines.removeIf(it -> it.startsWith("<data "));
        put.lines.addAll(List.of("</script>", "</body>", "</html>"));
        unreported("a report put before data without one", put);
        BundleLines number = good.copy();
        number.head(it -> it.replaceFirst("\"report\":\"[0-9a-f]*\"", "\"report\":7"));
        show("a number for the report's hash", number, damage("FORMAT", 0));
        for (int behind = 1; behind <= 3; behind++) {
            BundleLines words = good.copy();
            words.lines.add(words.lines.size() - behind + 1, "<p>Tất cả đã quyết toán.</p>");
            show("words behind the data, " + behind, words, damage("FORMAT", 0));
        }
        BundleLines open = good.copy();
        open.lines.removeLast();
        show("the page's last line is missing", open, damage("TRUNCATED", 0));
    }

    private static void unreported(String name, BundleLines lines) {
        show("report: " + name, lines.withReportHashAsItIs(), TRUSTED, damage("REPORT", 0));
    }

    private static int nthFigure(BundleLines lines, int nth) {
        int line = -1;
        for (int i = 0; i <= nth; i++) {
            do line++;
            while (!lines.lines.get(line).startsWith("<data class=\"figure\""));
        }
        return line;
    }

    /** One packed file and nothing behind it; broken, it is that alone, whatever came out of it before the break. */
    private static void packed(byte[] plain) throws Exception {
        byte[] whole = zipped(plain);
        Random random = new Random(11);
        for (int i = 0; i < 12; i++) {
            byte[] broken = whole.clone();
            broken[10 + (whole.length - 18) * i / 12 + random.nextInt(50)] ^= (byte) (1 << random.nextInt(8));
            show("packed and damaged " + i, broken, TRUSTED, damage("FORMAT", 0));
        }
        for (int behind : new int[] {1, 5, 8}) {
            byte[] sums = whole.clone();
            sums[whole.length - behind] ^= 1;
            show("packed, its sums altered " + behind, sums, TRUSTED, damage("FORMAT", 0));
        }
        for (int flag : new int[] {2, 32, 128}) {
            byte[] flags = whole.clone();
            flags[3] |= (byte) flag;
            show("packed, flag " + flag, flags, TRUSTED, damage("FORMAT", 0));
        }
        int half = plain.length / 2;
        show("packed with its name", named(whole), TRUSTED, OK);
        show("packed twice", join(whole, whole), TRUSTED, damage("FORMAT", 0));
        show(
                "packed in two halves",
                join(zipped(Arrays.copyOf(plain, half)), zipped(Arrays.copyOfRange(plain, half, plain.length))),
                TRUSTED,
                damage("FORMAT", 0));
        for (byte[] more : List.of(new byte[1], new byte[100_000], "thêm".getBytes(StandardCharsets.UTF_8)))
            show("packed, and more behind it: " + more.length, join(whole, more), TRUSTED, damage("FORMAT", 0));
        BundleLines altered = whole(LOG_A);
        altered.edit(altered.event(9), it -> it.replace("\"payload\":\"{", "\"payload\":\"{ "));
        show("packed after it was altered", zipped(altered.bytes()), TRUSTED, damage("PAYLOAD", 9));
    }

    /** As {@code gzip} packs a file: its name stands in the header. */
    private static byte[] named(byte[] packed) {
        byte[] header = Arrays.copyOf(packed, 10);
        header[3] |= 8;
        return join(
                header,
                "bundle.html\0".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOfRange(packed, 10, packed.length));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    /** A line has at most 16 MiB, its end with it, in whatever pieces it is read. */
    private static void longLines() {
        int most = 16 << 20;
        byte[] page = "<!DOCTYPE html>\n".getBytes(StandardCharsets.US_ASCII);
        byte[] end = {'\n'};
        byte[] longest = new byte[most - 1];
        Arrays.fill(longest, (byte) 'a');
        byte[] longer = new byte[most + 100];
        Arrays.fill(longer, (byte) 'a');
        show("a line of the page of 16 MiB", join(page, longest, end), TRUSTED, "UNPROVEN position=- kind=FORMAT");
        show("a longer line of the page", join(page, longer, end), TRUSTED, damage("FORMAT", 0));
        byte[] head = "{\"format\":\"minhchung-bundle\",\"version\":1,\"of\":\"".getBytes(StandardCharsets.US_ASCII);
        show("a longer line of data", join(head, longer, end), TRUSTED, damage("FORMAT", 0));
        show("a longer line of data without an end", join(head, longer), TRUSTED, damage("FORMAT", 0));
        show(
                "a line of data cut off before 16 MiB",
                join(head, Arrays.copyOf(longest, 9_999_999)),
                TRUSTED,
                damage("TRUNCATED", 0));
    }

    private static void forms() throws Exception {
        byte[] plain = whole(LOG_A).bytes();
        byte[] page = object(LOG_A, true).bytes();
        int data = new String(page, StandardCharsets.ISO_8859_1).indexOf("{\"format\"");
        for (int end : new int[] {100, 1_000, plain.length / 2, plain.length - 1})
            show("TRUNCATED at " + end, Arrays.copyOf(plain, end), TRUSTED, damage("TRUNCATED", 0));
        for (int end : new int[] {data + 300, page.length / 2, page.length - 1, page.length - 10, page.length - 26})
            show("page cut at " + (page.length - end), Arrays.copyOf(page, end), TRUSTED, damage("TRUNCATED", 0));
        show("page cut before its data", Arrays.copyOf(page, data - 60), TRUSTED, "UNPROVEN position=- kind=FORMAT");
        show("packed and cut", Arrays.copyOf(zipped(plain), 5_000), TRUSTED, damage("FORMAT", 0));
        packed(plain);
        longLines();
        show("nothing", new byte[0], TRUSTED, "UNPROVEN position=- kind=FORMAT");
        show(
                "something else",
                "xin chào\n".getBytes(StandardCharsets.UTF_8),
                TRUSTED,
                "UNPROVEN position=- kind=FORMAT");
        BundleLines version = whole(LOG_A);
        version.head(it -> it.replace("\"version\":1,", "\"version\":2,"));
        show("another version", version, "UNPROVEN position=- kind=FORMAT");
        byte[] digest = plain.clone();
        digest[plain.length - 10] = (byte) (digest[plain.length - 10] == '0' ? '1' : '0');
        show("the digest", digest, TRUSTED, damage("DIGEST", 0));
        String named =
                new String(object(LOG_A, false).bytes(), StandardCharsets.UTF_8).replaceFirst("bản quét>", "bản gốc>");
        show("a document's name", named.getBytes(StandardCharsets.UTF_8), TRUSTED, damage("DIGEST", 0));
        for (String further : List.of("{}\n", " \n", "\n")) {
            byte[] more = (new String(plain, StandardCharsets.UTF_8) + further).getBytes(StandardCharsets.UTF_8);
            show("something behind the end: " + further.strip(), more, TRUSTED, damage("FORMAT", 0));
        }
        for (String line :
                List.of("{\"head\":1}", "{\"event\":{}}", "{\"document\":{}}", "{\"entries\":[]}", "{\"key\":\"x\"}")) {
            BundleLines odd = whole(LOG_A);
            odd.lines.add(odd.first("{\"entries\":"), line);
            show("an odd line " + line, odd, damage("FORMAT", 0));
        }
        for (String[] change : new String[][] {
            {"\"asOf\":300", "\"asOf\":301"},
            {"\"asOf\":300", "\"asOf\":0300"},
            {"\"asOf\":300", "\"asOf\":-3"},
            {"\"asOf\":300", "\"asOf\": 300"},
            {"\"streams\":[]", "\"streams\":[\"\\ud800\"]"},
            {"\"streams\":[]", "\"streams\":[1]"},
            {"\"documents\":", "\"documents\":9007199254740992"},
            {"}", "} "},
        }) {
            BundleLines odd = whole(LOG_A);
            odd.head(it -> it.replace(change[0], change[1]));
            show("a head with " + change[1], odd, damage("FORMAT", 0));
        }
        // the examples in C2SP's own texts are understood, and are not of this log
        String checkpoint = write("""
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """.getBytes(StandardCharsets.UTF_8));
        show("the standard's checkpoint", plain, TRUSTED, damage("KEY", 0), "--checkpoint", checkpoint);
        String key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        show("the standard's key", plain, List.of("--key", key), damage("KEY", 0));
        show(
                "a key of another id",
                plain,
                List.of("--key", key.replace("a+A", "b+A")),
                "UNPROVEN position=- kind=USAGE");
        show("a key in place of a witness's", plain, List.of("--witness", key), "UNPROVEN position=- kind=USAGE");
        String noFile = folder.resolve("none").toString();
        CASES.add(new Case("no such file", List.of(noFile), "UNPROVEN position=- kind=USAGE"));
        CASES.add(new Case("an unknown option", List.of("--x", "y", noFile), "UNPROVEN position=- kind=USAGE"));
    }

    private static void logFiles() {
        SignedNote half = Bundles.checkpoint(LOG_A, SIZE / 2, LOG, WITNESS);
        String sealed = given(Bundles.checkpoint(LOG_A, SIZE, LOG, WITNESS));
        String older = given(half);
        String[] both = {"--checkpoint", older, "--checkpoint", sealed};
        List<String> good = LogFiles.lines(LOG_A.events, 5);
        log("an exported log", good, OK, both);
        List<String> pieces = LogFiles.endingAt(1 << 20, LOG_A.events, 2_000);
        assertThat(text(pieces)[(1 << 20) - 1]).isEqualTo((byte) '}');
        assertThat(text(pieces)[1 << 20]).isEqualTo((byte) '\n');
        log("a reading that ends where a piece ends that is read at once", pieces, OK, both);
        log("an exported log alone", good, "UNPROVEN position=- kind=PROOF");
        show("no key for its checkpoint", text(good), List.of(), "UNPROVEN position=- kind=KEY", both);
        log("only half is sealed", good, damage("UNSEALED", SIZE / 2 + 1), "--checkpoint", older);
        log(
                "signed by a stranger",
                good,
                damage("KEY", 0),
                "--checkpoint",
                given(Bundles.checkpoint(LOG_A, SIZE, STRANGER)));
        for (int p : positions()) {
            List<String> deleted = new ArrayList<>(good);
            deleted.remove(p);
            log("deleted at " + p, deleted, damage(p == SIZE ? "TAIL_CUT" : "DELETED", p), both);
            List<String> twice = new ArrayList<>(good);
            twice.add(p, good.get(p));
            log("twice at " + p, twice, damage("INSERTED", p), both);
            if (p < SIZE) {
                List<String> swapped = new ArrayList<>(good);
                swapped.set(p, good.get(p + 1));
                swapped.set(p + 1, good.get(p));
                log("swapped at " + p, swapped, damage("SWAPPED", p), both);
            }
            List<String> later = new ArrayList<>(good);
            later.set(p, good.get(p).replaceFirst("\"recordedUs\":\\d", "\"recordedUs\":2"));
            log("recorded time at " + p, later, damage("TIME", p), both);
            List<String> altered = new ArrayList<>(good);
            altered.set(p, good.get(p).replace("\"payload\":\"{\\\"", "\"payload\":\"{\\\"_"));
            log("payload at " + p, altered, damage("ENTRY", p <= SIZE / 2 ? 1 : SIZE / 2 + 1), both);
            StoredEvent e = LOG_A.at(p);
            SyntheticLog other = LOG_A.with(saying(e, flipped(e.payload(), 3), e.envelope()));
            log(
                    "rewritten at " + p,
                    LogFiles.lines(other.events, 5),
                    damage("REWRITTEN", p <= SIZE / 2 ? 1 : SIZE / 2 + 1),
                    both);
            List<String> torn = new ArrayList<>(good);
            torn.set(p, good.get(p).replace("\"payload\":\"", "\"payload\":"));
            log("no JSON at " + p, torn, damage("FORMAT", p), both);
        }
        log(
                "an old backup of the log",
                LogFiles.lines(LOG_A.events.subList(0, shorter()), 0),
                damage("OLD_BACKUP", shorter() + 1),
                both);
        List<String> refused = new ArrayList<>(good);
        refused.set(SIZE + 2, good.get(SIZE + 2).replace("thiếu", "thieu"));
        log("a refused attempt altered", refused, damage("DIGEST", 0), both);
        refused = new ArrayList<>(good);
        refused.remove(SIZE + 3);
        log("a refused attempt removed", refused, damage("DIGEST", 0), both);
        List<String> read = new ArrayList<>(good);
        read.set(SIZE + 7, good.get(SIZE + 7).replace("INSPECTOR", "OFFICER"));
        log("a reading altered", read, damage("DIGEST", 0), both);
        read = new ArrayList<>(good);
        read.remove(SIZE + 8);
        log("a reading removed", read, damage("DIGEST", 0), both);
        List<String> first = new ArrayList<>(good);
        first.removeIf(line -> line.startsWith("{\"readUs\":"));
        first.replaceAll(line -> line.replaceFirst("(\"refusals\":5),\"readings\":5", "$1"));
        first.set(0, first.getFirst().replace("\"version\":2", "\"version\":1"));
        log("a log of the first version", digested(first), OK, both);
        refused = new ArrayList<>(good);
        String end = refused.removeLast();
        refused.add(end.replaceFirst(
                "\"sha256\":\".", end.contains("\"sha256\":\"0") ? "\"sha256\":\"1" : "\"sha256\":\"0"));
        log("a log's digest", refused, damage("DIGEST", 0), both);
        refused = new ArrayList<>(good);
        refused.removeLast();
        log("a log without its end", refused, damage("TRUNCATED", 0), both);
    }

    /** With the digest of its lines. */
    private static List<String> digested(List<String> lines) {
        String body = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
        List<String> sealed = new ArrayList<>(lines);
        sealed.set(
                lines.size() - 1,
                lines.getLast().replaceFirst("\"sha256\":\"[^\"]*\"", "\"sha256\":\"" + Sha256.hex(body) + "\""));
        return sealed;
    }

    /** Where a command ends. */
    private static int shorter() {
        for (int p = SIZE - 20; ; p--) {
            String envelope = new String(LOG_A.at(p).envelope(), StandardCharsets.UTF_8);
            if (envelope.matches("(?s).*\"part\":\"([1-3])/\\1\",\"rules\".*")) return p;
        }
    }

    private static void log(String name, List<String> lines, String expected, String... further) {
        show(name, text(lines), TRUSTED, expected, further);
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
